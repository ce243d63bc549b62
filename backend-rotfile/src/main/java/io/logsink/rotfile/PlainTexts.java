package io.logsink.rotfile;

import io.logsink.api.record.Source;
import io.logsink.storage.block.DamagedBlockException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/** The text files of a window that is not sealed. */
record PlainTexts(WindowFiles files, OpenFiles open) implements Texts {
  @Override
  public byte[] read(Source source, long offset, int count)
      throws IOException, DamagedBlockException {
    Path file = files.text(source);
    try {
      ByteBuffer bytes = open.read(file, ByteBuffer.allocate(count), offset);
      return Arrays.copyOf(bytes.array(), bytes.limit());
    } catch (NoSuchFileException e) {
      if (Files.exists(files.ledger())) {
        throw new DamagedBlockException("the file %s is gone".formatted(file));
      }
      throw new ReplacedException(e);
    }
  }
}
