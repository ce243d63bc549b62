package io.logsink.rotfile;

import io.logsink.api.record.Source;
import io.logsink.storage.block.ByteReader;
import io.logsink.storage.block.ByteWriter;

/**
 * The lines of one block in one source's text file; they follow each other.
 *
 * @param source whose file
 * @param offset where they start in it, uncompressed
 * @param bytes how many bytes they take
 * @param crc the CRC32C of these
 */
record TextRun(Source source, long offset, int bytes, int crc) {
  /** Where they end. */
  long end() {
    return offset + bytes;
  }

  void write(ByteWriter out) {
    out.putText(source.name());
    out.putUnsigned(offset);
    out.putUnsigned(bytes);
    out.putInt(crc);
  }

  static TextRun read(ByteReader in) {
    return new TextRun(
        Source.of(in.getText()), in.getUnsigned(), BlockHead.intOf(in.getUnsigned()), in.getInt());
  }
}
