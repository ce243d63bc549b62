package io.logsink.lmdb;

import io.logsink.api.LogSinkException;
import io.logsink.storage.Faults;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Looks through an LMDB file before LMDB does. LMDB trusts its file: it follows page numbers,
 * offsets and lengths through the memory map without asking whether they can be, and one that leads
 * past the end of the file ends the process, with all it had in memory. So a file is opened only
 * after every such number in it was checked: the meta pages here, the two trees in {@link
 * TreeCheck}. The blocks themselves are not read; they have checksums of their own.
 *
 * <p>An owner may be writing to the file meanwhile, so that the check sees pages of two moments.
 * When it finds damage and the newest transaction is no longer the same, it looks again.
 */
final class FileCheck {
  private static final int MAX_LOOKS = 10;

  private FileCheck() {}

  /**
   * Returns when LMDB can read the file safely.
   *
   * @throws io.logsink.api.SinkCorruptException when it cannot
   */
  static void run(Path file, Faults faults) throws LogSinkException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      look(new Pages(channel), 1);
    } catch (DamagedFileException e) {
      throw faults.corrupt(
          "open",
          "%s; restore the file from a backup, or delete the window's folder"
              .formatted(e.getMessage()));
    } catch (IOException e) {
      throw faults.of("open", e);
    }
  }

  private static void look(Pages pages, int lookCount) throws IOException, DamagedFileException {
    MetaPage newest = newest(pages);
    try {
      TreeCheck check = new TreeCheck(pages, newest);
      check.blocks();
      check.free();
    } catch (DamagedFileException e) {
      if (newest(pages).transaction() == newest.transaction() || lookCount == MAX_LOOKS) {
        throw e;
      }
      look(pages, lookCount + 1);
    }
  }

  private static MetaPage newest(Pages pages) throws IOException, DamagedFileException {
    MetaPage first = MetaPage.read(pages.bytes(0, MetaPage.BYTES), 0);
    MetaPage second = MetaPage.read(pages.bytes(first.pageBytes(), MetaPage.BYTES), 1);
    DamagedFileException.require(
        first.pageBytes() == second.pageBytes(), "the two meta pages disagree about a page's size");
    return first.transaction() < second.transaction() ? second : first;
  }
}
