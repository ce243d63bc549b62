package io.logsink.lmdb;

import static io.logsink.lmdb.DamagedFileException.require;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.BitSet;

/**
 * Walks the B+trees of an LMDB file and checks each number that LMDB would follow. A page is used
 * once, by one tree or as a free page; that also ends a walk in circles.
 *
 * <pre>
 *  page:  number (8), padding (2), flags (2), end of the pointers (2), start of the nodes (2);
 *         from 16 on a pointer (2) for each node. An overflow page has the number of its pages (4)
 *         at 12
 *  node:  in a leaf the bytes of the value (4), in a branch the low 32 bits of the child's page;
 *         flags (2), in a branch the high 16 bits; bytes of the key (2); key; value, or the page
 *         (8) where a large value stands
 * </pre>
 */
final class TreeCheck {
  /** LMDB does not write the last pages while they are free; but it maps as many as it counts. */
  private static final int MAX_UNWRITTEN_PAGES = 1 << 14;

  private static final int HEADER_BYTES = 16;
  private static final int NODE_BYTES = 8;
  private static final int BRANCH = 0x01;
  private static final int LEAF = 0x02;
  private static final int OVERFLOW = 0x04;
  private static final int LARGE_VALUE = 0x01;

  private final Pages pages;
  private final MetaPage meta;
  private final int pageBytes;
  private final long filePages;
  private final BitSet used = new BitSet();

  TreeCheck(Pages pages, MetaPage meta) throws IOException, DamagedFileException {
    this.pages = pages;
    this.meta = meta;
    this.pageBytes = meta.pageBytes();
    this.filePages = pages.channel().size() / pageBytes;
    require(
        meta.lastPage() < filePages + MAX_UNWRITTEN_PAGES,
        "the file has %d pages where page %d should be the last",
        filePages,
        meta.lastPage());
  }

  /** Checks the tree of the blocks. */
  void blocks() throws IOException, DamagedFileException {
    long count = new Walk(false).tree(meta.blocks());
    require(
        count == meta.blocks().entries(),
        "%d blocks are there where %d should be",
        count,
        meta.blocks().entries());
  }

  /** Checks the tree of the free pages, and the free pages. */
  void free() throws IOException, DamagedFileException {
    new Walk(true).tree(meta.free());
  }

  private void use(long page, long count) throws DamagedFileException {
    require(
        page > 1 && count > 0 && page + count - 1 <= meta.lastPage(),
        "page %d is outside of the file",
        page);
    int first = Math.toIntExact(page);
    int end = Math.toIntExact(page + count);
    int taken = used.nextSetBit(first);
    require(taken < 0 || taken >= end, "page %d is used twice", taken);
    used.set(first, end);
  }

  private void requireStored(long page, long count) throws DamagedFileException {
    require(
        page + count <= filePages,
        "the file ends with page %d, which cuts off page %d",
        filePages - 1,
        page + count - 1);
  }

  /** A walk through one of the two trees; they differ in their keys and in what they store. */
  private final class Walk {
    private final boolean isFree;
    private long entryCount;
    private long previousKey = Long.MIN_VALUE;

    Walk(boolean isFree) {
      this.isFree = isFree;
    }

    long tree(MetaPage.Tree tree) throws IOException, DamagedFileException {
      require(
          tree.isEmpty() ? tree.depth() == 0 : tree.depth() > 0 && tree.depth() < 32,
          "a tree of depth %d",
          tree.depth());
      if (!tree.isEmpty()) {
        page(tree.root(), tree.depth(), 0, Long.MAX_VALUE);
      }
      return entryCount;
    }

    /** Checks a page and all below it; its keys run from {@code start} to before {@code end}. */
    private void page(long number, int depth, long start, long end)
        throws IOException, DamagedFileException {
      use(number, 1);
      requireStored(number, 1);
      ByteBuffer page = pages.bytes(number * pageBytes, pageBytes);
      int nodeCount = header(page, number, depth > 1 ? BRANCH : LEAF);
      for (int i = 0; i < nodeCount; i++) {
        int node = node(page, number, i);
        if (depth == 1) {
          leaf(page, node, number, start, end);
        } else {
          long childStart = i > 0 ? key(page, node, number) : start;
          long childEnd = i + 1 < nodeCount ? key(page, node(page, number, i + 1), number) : end;
          require(childEnd <= end, "the keys of page %d are out of order", number);
          page(child(page, node), depth - 1, childStart, childEnd);
        }
      }
    }

    private int header(ByteBuffer page, long number, int kind) throws DamagedFileException {
      int pointersEnd = Short.toUnsignedInt(page.getShort(12));
      int nodesStart = Short.toUnsignedInt(page.getShort(14));
      int nodeCount = (pointersEnd - HEADER_BYTES) / 2;
      require(
          page.getLong(0) == number
              && page.getShort(10) == kind
              && pointersEnd % 2 == 0
              && nodeCount >= (kind == BRANCH ? 2 : 1)
              && pointersEnd <= nodesStart
              && nodesStart <= pageBytes,
          "the header of page %d cannot be",
          number);
      return nodeCount;
    }

    /** Where the node stands in its page. */
    private int node(ByteBuffer page, long number, int index) throws DamagedFileException {
      int nodesStart = Short.toUnsignedInt(page.getShort(14));
      int node = Short.toUnsignedInt(page.getShort(HEADER_BYTES + 2 * index));
      require(
          node >= nodesStart
              && node + NODE_BYTES <= pageBytes
              && node + NODE_BYTES + keyBytes(page, node) <= pageBytes,
          "node %d of page %d is outside of the page",
          index,
          number);
      return node;
    }

    private static int keyBytes(ByteBuffer page, int node) {
      return Short.toUnsignedInt(page.getShort(node + 6));
    }

    /** Blocks are found by big-endian keys, free pages by transaction in the machine's order. */
    private long key(ByteBuffer page, int node, long number) throws DamagedFileException {
      require(keyBytes(page, node) == BlockKey.BYTES, "a key of page %d is no sequence", number);
      ByteOrder order = isFree ? ByteOrder.nativeOrder() : ByteOrder.BIG_ENDIAN;
      long key = page.duplicate().order(order).getLong(node + NODE_BYTES);
      require(key > 0, "a key of page %d is no sequence", number);
      return key;
    }

    private static long child(ByteBuffer page, int node) {
      long low = Integer.toUnsignedLong(page.getInt(node));
      long high = Short.toUnsignedLong(page.getShort(node + 4));
      return high << 32 | low;
    }

    private void leaf(ByteBuffer page, int node, long number, long start, long end)
        throws IOException, DamagedFileException {
      long key = key(page, node, number);
      require(
          previousKey < key && start <= key && key < end,
          "the keys of page %d are out of order",
          number);
      previousKey = key;
      entryCount++;
      value(page, node, number);
    }

    private void value(ByteBuffer page, int node, long number)
        throws IOException, DamagedFileException {
      long valueBytes = Integer.toUnsignedLong(page.getInt(node));
      int flags = page.getShort(node + 4);
      int start = node + NODE_BYTES + BlockKey.BYTES;
      require(flags == 0 || flags == LARGE_VALUE, "a value of page %d cannot be", number);
      long here = flags == LARGE_VALUE ? Long.BYTES : valueBytes;
      require(start + here <= pageBytes, "a value of page %d is outside of the page", number);
      if (flags == LARGE_VALUE) {
        long first = page.getLong(start);
        largeValue(first, valueBytes);
        freePages(pages.bytes(first * pageBytes + HEADER_BYTES, isFree ? (int) valueBytes : 0));
      } else {
        freePages(page.slice(start, isFree ? (int) valueBytes : 0).order(page.order()));
      }
    }

    private void largeValue(long first, long valueBytes) throws IOException, DamagedFileException {
      long count = (HEADER_BYTES + valueBytes + pageBytes - 1) / pageBytes;
      use(first, count);
      requireStored(first, count);
      ByteBuffer header = pages.bytes(first * pageBytes, HEADER_BYTES);
      require(
          header.getLong(0) == first
              && header.getShort(10) == OVERFLOW
              && header.getInt(12) == count,
          "the header of page %d cannot be",
          first);
    }

    /** A number of pages, then the pages, highest first; empty in the tree of the blocks. */
    private void freePages(ByteBuffer list) throws DamagedFileException {
      if (list.remaining() < Long.BYTES) {
        require(!isFree, "a list of free pages is cut off");
        return;
      }
      long count = list.getLong();
      require(
          count >= 0 && count <= list.remaining() / Long.BYTES, "a list of %d free pages", count);
      long previous = Long.MAX_VALUE;
      for (long i = 0; i < count; i++) {
        long page = list.getLong();
        require(page < previous, "a list of free pages is out of order");
        use(page, 1);
        previous = page;
      }
    }
  }
}
