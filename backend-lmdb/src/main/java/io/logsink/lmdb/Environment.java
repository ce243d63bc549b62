package io.logsink.lmdb;

import static org.lmdbjava.EnvFlags.MDB_NOLOCK;
import static org.lmdbjava.EnvFlags.MDB_NOMETASYNC;
import static org.lmdbjava.EnvFlags.MDB_NOSUBDIR;
import static org.lmdbjava.EnvFlags.MDB_NOSYNC;
import static org.lmdbjava.EnvFlags.MDB_NOTLS;
import static org.lmdbjava.EnvFlags.MDB_RDONLY_ENV;

import io.logsink.api.LogSinkException;
import io.logsink.storage.Faults;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.lmdbjava.CopyFlags;
import org.lmdbjava.Dbi;
import org.lmdbjava.Env;
import org.lmdbjava.EnvFlags;
import org.lmdbjava.EnvInfo;
import org.lmdbjava.LmdbException;
import org.lmdbjava.Meta;
import org.lmdbjava.PutFlags;
import org.lmdbjava.Stat;
import org.lmdbjava.Txn;

/**
 * One LMDB file, open once in this process however many windows use it.
 *
 * <p>LMDB forbids to open a file twice in one process: its locks are POSIX locks, which a process
 * has as a whole and loses when it closes any handle on the lock file. Yet a store may be read
 * beside its owner in the same process. So a file that is still written to is opened through a
 * registry by file identity and shared, counted; when an owner comes while readers have it, it is
 * opened again in the owner's way below their feet. Readers in other processes meet the owner in
 * LMDB's own lock file, where each marks the pages it still reads. A sealed file never changes: it
 * is opened without lock file, as often as one likes.
 *
 * <p>Threads: {@link #read} is safe from any; the others are for one at a time. The lock keeps the
 * memory map in its place while a transaction runs.
 */
final class Environment {
  /** What is done within a read transaction; nothing of it is kept. */
  interface Reading<T> {
    T run(Dbi<ByteBuffer> blocks, Txn<ByteBuffer> transaction) throws LogSinkException;
  }

  /** LMDB's default: the lock file is two pages then. */
  private static final int MAX_READERS = 126;

  /**
   * Readers of this process beyond these wait, so that some slots stay free for other processes.
   */
  private static final int READERS_HERE = 96;

  /**
   * The bytes of a lock file for {@link #MAX_READERS}: 64 for the head, 64 for the mutexes, 64 for
   * each reader.
   */
  static final int LOCK_BYTES = 64 * (2 + MAX_READERS);

  private static final Map<Object, Environment> SHARED = new HashMap<>();

  private final Path file;
  private final Object key;
  private final LmdbErrors errors;
  private final Semaphore readers = new Semaphore(READERS_HERE);
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private Set<EnvFlags> flags;
  private Env<ByteBuffer> env;
  private Dbi<ByteBuffer> blocks;
  private int users = 1;

  private Environment(Path file, Object key, Faults faults, long mapBytes, Set<EnvFlags> flags)
      throws LogSinkException {
    this.file = file;
    this.key = key;
    this.errors = new LmdbErrors(faults);
    this.flags = flags;
    this.env = open(mapBytes);
    this.blocks = openBlocks();
  }

  /** Opens a file that nobody writes to any more. */
  static Environment ofSealed(Path file, Faults faults) throws LogSinkException {
    FileCheck.run(file, faults);
    Set<EnvFlags> flags = EnumSet.of(MDB_NOSUBDIR, MDB_NOTLS, MDB_RDONLY_ENV, MDB_NOLOCK);
    return new Environment(file, file, faults, sizeBytes(file, faults), flags);
  }

  /** Opens a file that an owner, in this process or another, may be writing to. */
  static Environment toRead(Path file, long mapBytes, Faults faults) throws LogSinkException {
    synchronized (SHARED) {
      Object key = key(file, faults);
      Environment shared = SHARED.get(key);
      if (shared != null) {
        shared.users++;
        return shared;
      }
      FileCheck.run(file, faults);
      Set<EnvFlags> flags = EnumSet.of(MDB_NOSUBDIR, MDB_NOTLS, MDB_RDONLY_ENV);
      return register(new Environment(file, key, faults, mapBytes, flags));
    }
  }

  /** Opens a file as its one owner. An empty file becomes an empty environment. */
  static Environment toAppend(Path file, long mapBytes, LmdbSettings.Flush flush, Faults faults)
      throws LogSinkException {
    Set<EnvFlags> flags = EnumSet.of(MDB_NOSUBDIR, MDB_NOTLS);
    switch (flush) {
      case APPEND -> {}
      case SYNC -> flags.add(MDB_NOMETASYNC);
      case NONE -> flags.add(MDB_NOSYNC);
    }
    synchronized (SHARED) {
      Object key = key(file, faults);
      Environment shared = SHARED.get(key);
      if (shared != null) {
        shared.reopen(mapBytes, flags);
        shared.users++;
        return shared;
      }
      if (sizeBytes(file, faults) > 0) {
        FileCheck.run(file, faults);
      }
      return register(new Environment(file, key, faults, mapBytes, flags));
    }
  }

  private static Environment register(Environment environment) {
    SHARED.put(environment.key, environment);
    return environment;
  }

  /** Survives that the path is given to another file. */
  private static Object key(Path file, Faults faults) throws LogSinkException {
    try {
      Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
      return key != null ? key : file.toRealPath();
    } catch (IOException e) {
      throw faults.of("open", e);
    }
  }

  private static long sizeBytes(Path file, Faults faults) throws LogSinkException {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw faults.of("open", e);
    }
  }

  private Env<ByteBuffer> open(long mapBytes) throws LogSinkException {
    try {
      return Env.create()
          .setMapSize(mapBytes)
          .setMaxReaders(MAX_READERS)
          .open(file.toFile(), 0644, flags.toArray(EnvFlags[]::new));
    } catch (LmdbException e) {
      throw errors.of("open", e);
    } catch (LinkageError e) {
      throw errors.of("open", e);
    }
  }

  private Dbi<ByteBuffer> openBlocks() throws LogSinkException {
    try {
      return env.openDbi((String) null);
    } catch (LmdbException e) {
      env.close();
      throw errors.of("open", e);
    }
  }

  private void reopen(long mapBytes, Set<EnvFlags> ownerFlags) throws LogSinkException {
    lock.writeLock().lock();
    try {
      env.close();
      flags = ownerFlags;
      env = open(mapBytes);
      blocks = openBlocks();
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** Runs {@code reading} over what is stored now. */
  <T> T read(String operation, Reading<T> reading) throws LogSinkException {
    try {
      return readOnce(reading);
    } catch (Dbi.MapResizedException e) {
      resize(0);
    } catch (LmdbException e) {
      throw errors.of(operation, e);
    }
    try {
      return readOnce(reading);
    } catch (LmdbException e) {
      throw errors.of(operation, e);
    }
  }

  private <T> T readOnce(Reading<T> reading) throws LogSinkException {
    readers.acquireUninterruptibly();
    Lock read = lock.readLock();
    read.lock();
    try (Txn<ByteBuffer> transaction = env.txnRead()) {
      return reading.run(blocks, transaction);
    } finally {
      read.unlock();
      readers.release();
    }
  }

  /**
   * Stores all of {@code added} or nothing; their sequences are higher than any stored.
   *
   * @return whether they fit into the map
   */
  boolean write(Iterable<BlockWriter.Block> added) throws LogSinkException {
    Lock read = lock.readLock();
    read.lock();
    try (Txn<ByteBuffer> transaction = env.txnWrite()) {
      for (BlockWriter.Block block : added) {
        blocks
            .reserve(
                transaction,
                BlockKey.of(block.firstSequence()),
                block.bytes().length,
                PutFlags.MDB_APPEND)
            .put(block.bytes());
      }
      transaction.commit();
      return true;
    } catch (Env.MapFullException e) {
      return false;
    } catch (LmdbException e) {
      throw errors.of("append", e);
    } finally {
      read.unlock();
    }
  }

  /** Makes room for {@code moreBytes}. */
  void grow(long moreBytes) throws LogSinkException {
    resize(env.info().mapSize + moreBytes);
  }

  /** Sets the size of the map; with 0, to what another process made it. */
  private void resize(long mapBytes) throws LogSinkException {
    lock.writeLock().lock();
    try {
      env.setMapSize(mapBytes);
    } catch (LmdbException e) {
      throw errors.of("resize", e);
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** Makes what was written durable. */
  void sync() throws LogSinkException {
    try {
      env.sync(true);
    } catch (LmdbException e) {
      throw errors.of("sync", e);
    }
  }

  /** Frees what readers held that ended without letting go. */
  void forgetDeadReaders() throws LogSinkException {
    try {
      env.readerCheck();
    } catch (LmdbException e) {
      throw errors.of("open", e);
    }
  }

  /** Copies everything to {@code target}, which does not exist, without free pages. */
  void copy(Path target) throws LogSinkException {
    lock.readLock().lock();
    try {
      env.copy(target.toFile(), CopyFlags.MDB_CP_COMPACT);
    } catch (LmdbException e) {
      throw errors.of("seal", e);
    } finally {
      lock.readLock().unlock();
    }
  }

  /** LMDB's own figures, as read back from it. */
  Map<String, String> engine() throws LogSinkException {
    return read("stats", (dbi, transaction) -> figures(dbi.stat(transaction), env.info()));
  }

  private Map<String, String> figures(Stat stat, EnvInfo info) {
    Map<String, String> engine = new LinkedHashMap<>();
    Meta.Version version = Meta.version();
    engine.put("lmdb_version", "%d.%d.%d".formatted(version.major, version.minor, version.patch));
    engine.put("flags", flags.toString());
    engine.put("map_bytes", String.valueOf(info.mapSize));
    engine.put("page_bytes", String.valueOf(stat.pageSize));
    engine.put("page_count", String.valueOf(info.lastPageNumber + 1));
    engine.put("transaction_id", String.valueOf(info.lastTransactionId));
    engine.put("block_count", String.valueOf(stat.entries));
    engine.put("tree_depth", String.valueOf(stat.depth));
    return engine;
  }

  /** Lets go of the file; the last user closes it. */
  void close() {
    synchronized (SHARED) {
      users--;
      if (users > 0) {
        return;
      }
      SHARED.remove(key, this);
    }
    lock.writeLock().lock();
    try {
      env.close();
    } finally {
      lock.writeLock().unlock();
    }
  }
}
