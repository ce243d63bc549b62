package com.example.journal;

import io.logsink.api.Access;
import io.logsink.api.LogSinkException;
import io.logsink.api.record.LogBatch;
import io.logsink.api.record.LogRecord;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The two files of a store.
 *
 * <pre>
 *  journal   8 bytes  "journal1"; then for each batch
 *            4        bytes of its records
 *            4        CRC32C of its records
 *                     its records, see {@link RecordCodec}
 *  synced    8        how many bytes the journal had when it was synced last
 *            4        CRC32C of these 8
 * </pre>
 *
 * <p>A kill leaves the last batch cut short, a power loss anything behind the last sync. So the
 * first batch that does not check out is the end of the journal when it lies behind what was
 * synced, and damage when it lies before. Closing syncs: of a store that was closed no byte may be
 * missing.
 *
 * <p>Records that a power loss took may have been seen, and yet their sequences are given again. A
 * product reserves sequences ahead, durably; an example may say that it does not.
 *
 * <p>For one thread at a time.
 */
final class JournalFile implements AutoCloseable {
  private static final String JOURNAL = "journal";
  private static final String SYNCED = "synced";
  private static final byte[] START = "journal1".getBytes(StandardCharsets.US_ASCII);
  private static final int HEADER_BYTES = 8;
  private static final int MARK_BYTES = 12;

  /**
   * The folders in use by this process. A lock is the process's as a whole, and closing any handle
   * on the file gives it back: a second attempt must not even open the file.
   */
  private static final Set<Path> IN_USE = ConcurrentHashMap.newKeySet();

  private final JournalErrors errors;
  private final long maxBytes;
  private final Path folder;
  // Not a FileChannel: it would be closed by an interrupt of the thread that appends.
  private final RandomAccessFile file;
  private long endBytes;

  private JournalFile(JournalErrors errors, long maxBytes, Path folder, RandomAccessFile file) {
    this.errors = errors;
    this.maxBytes = maxBytes;
    this.folder = folder;
    this.file = file;
  }

  /** Opens the journal, for this process alone, and hands what is in it to {@code stored}. */
  static JournalFile open(JournalSettings settings, Access access, Consumer<List<LogRecord>> stored)
      throws LogSinkException {
    JournalErrors errors = new JournalErrors(settings.directory());
    try {
      JournalFile journal = take(settings, access, errors);
      try {
        journal.lock(access);
        journal.load(stored);
        if (access == Access.OWNER) {
          journal.cutOff();
        }
        return journal;
      } catch (IOException | LogSinkException | RuntimeException e) {
        journal.close();
        throw e;
      }
    } catch (IOException e) {
      throw errors.of("open", e);
    }
  }

  private static JournalFile take(JournalSettings settings, Access access, JournalErrors errors)
      throws IOException, LogSinkException {
    if (access == Access.OWNER) {
      Files.createDirectories(settings.directory());
    } else if (!Files.exists(settings.directory().resolve(JOURNAL))) {
      throw errors.unavailable("open", "there is no journal; name the folder of one");
    }
    Path folder = settings.directory().toRealPath();
    if (!IN_USE.add(folder)) {
      throw errors.unavailable("open", "this process has it open; close it first");
    }
    try {
      String mode = access == Access.OWNER ? "rw" : "r";
      RandomAccessFile file = new RandomAccessFile(folder.resolve(JOURNAL).toFile(), mode);
      return new JournalFile(errors, settings.maxBytes(), folder, file);
    } catch (IOException e) {
      IN_USE.remove(folder);
      throw e;
    }
  }

  private void lock(Access access) throws IOException, LogSinkException {
    boolean shared = access == Access.READ_ONLY;
    if (file.getChannel().tryLock(0, Long.MAX_VALUE, shared) == null) {
      throw errors.unavailable("open", "another process has it open; end that one first");
    }
  }

  private void load(Consumer<List<LogRecord>> stored) throws IOException, LogSinkException {
    long syncedBytes = syncedBytes();
    endBytes = hasStart() ? START.length : 0;
    for (byte[] records = next(); records != null; records = next()) {
      stored.accept(RecordCodec.decode(records));
      endBytes += HEADER_BYTES + records.length;
    }
    if (endBytes < syncedBytes) {
      throw errors.corrupt(
          "open",
          "the journal is damaged from byte %d on, of %d; restore it from a backup, or delete %s to give up the rest"
              .formatted(endBytes, syncedBytes, SYNCED));
    }
  }

  private long syncedBytes() throws IOException, LogSinkException {
    Path path = folder.resolve(SYNCED);
    if (!Files.exists(path)) {
      return 0;
    }
    byte[] mark = Files.readAllBytes(path);
    long bytes = mark.length == MARK_BYTES ? ByteBuffer.wrap(mark).getLong() : 0;
    if (!Arrays.equals(mark, mark(bytes))) {
      throw errors.corrupt(
          "open",
          "%s is damaged; delete it to take the journal for what it is now".formatted(SYNCED));
    }
    return bytes;
  }

  /** Whether the file has its first bytes; not yet, when its making was cut short. */
  private boolean hasStart() throws IOException, LogSinkException {
    byte[] start = new byte[(int) Math.min(START.length, file.length())];
    file.readFully(start);
    if (!Arrays.equals(start, Arrays.copyOf(START, start.length))) {
      throw errors.corrupt("open", "it is no journal of version 1; choose another folder");
    }
    return start.length == START.length;
  }

  /** The records of the batch at the end of what was read; null when there is no whole one. */
  private byte @Nullable [] next() throws IOException {
    long left = file.length() - endBytes - HEADER_BYTES;
    if (endBytes < START.length || left < 0) {
      return null;
    }
    file.seek(endBytes);
    int length = file.readInt();
    int crc = file.readInt();
    if (length < 1 || length > left) {
      return null;
    }
    byte[] records = new byte[length];
    file.readFully(records);
    return crc(records) == crc ? records : null;
  }

  /** Makes the file end where its last whole batch does, or begins it. */
  private void cutOff() throws IOException, LogSinkException {
    file.setLength(endBytes);
    if (endBytes == 0) {
      file.write(START);
      endBytes = START.length;
      sync();
      try (FileChannel names = FileChannel.open(folder)) {
        names.force(true);
      }
    }
  }

  /** Stores {@code batch} whole, or nothing of it. */
  void append(LogBatch batch) throws LogSinkException {
    try {
      byte[] records = RecordCodec.encode(batch);
      long newEndBytes = endBytes + HEADER_BYTES + records.length;
      if (newEndBytes > maxBytes) {
        throw errors.full(
            "append",
            "the journal would have %d bytes, max-bytes is %d; raise it, or begin another folder"
                .formatted(newEndBytes, maxBytes));
      }
      write(records);
      endBytes = newEndBytes;
    } catch (IOException e) {
      throw errors.of("append", e);
    }
  }

  private void write(byte[] records) throws IOException {
    ByteBuffer batch = ByteBuffer.allocate(HEADER_BYTES + records.length);
    batch.putInt(records.length).putInt(crc(records)).put(records);
    try {
      file.seek(endBytes);
      file.write(batch.array());
    } catch (IOException e) {
      file.setLength(endBytes);
      throw e;
    }
  }

  /** Makes everything appended survive a power loss, and writes down how much that is. */
  void sync() throws LogSinkException {
    try {
      file.getFD().sync();
      Path temporary = folder.resolve(SYNCED + ".tmp");
      try (FileOutputStream out = new FileOutputStream(temporary.toFile())) {
        out.write(mark(endBytes));
        out.getFD().sync();
      }
      Files.move(temporary, folder.resolve(SYNCED), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw errors.of("sync", e);
    }
  }

  private static byte[] mark(long bytes) {
    ByteBuffer mark = ByteBuffer.allocate(MARK_BYTES).putLong(bytes);
    return mark.putInt(crc(Arrays.copyOf(mark.array(), Long.BYTES))).array();
  }

  private static int crc(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    return (int) crc.getValue();
  }

  long sizeBytes() {
    return folder.resolve(JOURNAL).toFile().length();
  }

  /** Called once. */
  @Override
  public void close() throws LogSinkException {
    try {
      file.close();
    } catch (IOException e) {
      throw errors.of("close", e);
    } finally {
      IN_USE.remove(folder);
    }
  }
}
