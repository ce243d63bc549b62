package io.logsink.rotfile;

import io.logsink.api.record.Source;
import io.logsink.storage.block.DamagedBlockException;
import java.io.IOException;

/** The text files of a window, uncompressed or not. For one scan. */
interface Texts {
  /**
   * The {@code count} bytes at {@code offset} of the source's lines, or fewer when they end before.
   *
   * @throws DamagedBlockException when they cannot be read because of damage
   * @throws ReplacedException when the files are there no more, but not because of damage
   */
  byte[] read(Source source, long offset, int count) throws IOException, DamagedBlockException;
}
