package io.logsink.lmdb;

import java.nio.ByteBuffer;

/**
 * One of the two pages at the start of an LMDB file that say where everything is; each transaction
 * writes the other one. In LMDB 0.9 on 64 bits, in the machine's byte order:
 *
 * <pre>
 *   0  page number (8), padding (2), page flags (2), unused (4)
 *  16  magic (4), version (4), address (8), map size (8)
 *  40  tree of the free pages (48)
 *  88  tree of the blocks (48)
 * 136  last page (8), transaction (8)
 *
 *  a tree: bytes of a page (4), flags (2), depth (2), branch, leaf and overflow pages (8 each),
 *  entries (8), root page (8); 24 bytes of counts lie between depth and entries
 * </pre>
 */
record MetaPage(Tree free, Tree blocks, long lastPage, long transaction) {
  /** The bytes of a page that are looked at. */
  static final int BYTES = 152;

  private static final int MAGIC = 0xBEEFC0DE;
  private static final int VERSION = 1;
  private static final int META = 0x08;
  private static final int INTEGER_KEYS = 0x08;
  private static final int NO_SUBFOLDER = 0x4000;
  private static final long NONE = -1;

  /** Where a B+tree starts. */
  record Tree(int pageBytes, int flags, int depth, long entries, long root) {
    static Tree at(ByteBuffer page, int offset) {
      return new Tree(
          page.getInt(offset),
          Short.toUnsignedInt(page.getShort(offset + 4)),
          Short.toUnsignedInt(page.getShort(offset + 6)),
          page.getLong(offset + 32),
          page.getLong(offset + 40));
    }

    boolean isEmpty() {
      return root == NONE;
    }
  }

  /** Reads the page with that number, 0 or 1. */
  static MetaPage read(ByteBuffer page, int number) throws DamagedFileException {
    DamagedFileException.require(
        page.getLong(0) == number
            && page.getShort(10) == META
            && page.getInt(16) == MAGIC
            && page.getInt(20) == VERSION,
        "page %d is not a meta page of LMDB 0.9",
        number);
    MetaPage meta =
        new MetaPage(Tree.at(page, 40), Tree.at(page, 88), page.getLong(136), page.getLong(144));
    meta.check(number);
    return meta;
  }

  /** The flags decide how LMDB walks the trees; none but these ever stand in files of ours. */
  private void check(int number) throws DamagedFileException {
    boolean isPlain =
        (free.flags & ~NO_SUBFOLDER) == INTEGER_KEYS
            && blocks.flags == 0
            && Integer.bitCount(free.pageBytes) == 1
            && free.pageBytes >= 512
            && free.pageBytes <= 1 << 16;
    DamagedFileException.require(isPlain, "the settings in meta page %d cannot be", number);
    boolean isItsTurn = transaction == 0 || (transaction & 1) == number;
    DamagedFileException.require(
        isItsTurn && transaction >= 0 && lastPage >= 1,
        "the counters in meta page %d cannot be",
        number);
  }

  int pageBytes() {
    return free.pageBytes;
  }
}
