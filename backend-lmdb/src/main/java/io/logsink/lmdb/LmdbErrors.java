package io.logsink.lmdb;

import io.logsink.api.LogSinkException;
import io.logsink.storage.Faults;
import java.util.Map;
import org.lmdbjava.LmdbException;
import org.lmdbjava.LmdbNativeException;

/** Turns what LMDB says into what the caller can do about it. */
record LmdbErrors(Faults faults) {
  private static final int MDB_PAGE_NOTFOUND = -30797;
  private static final int MDB_CORRUPTED = -30796;
  private static final int MDB_PANIC = -30795;
  private static final int MDB_VERSION_MISMATCH = -30794;
  private static final int MDB_INVALID = -30793;
  private static final int MDB_MAP_FULL = -30792;
  private static final int MDB_READERS_FULL = -30790;
  private static final int EPERM = 1;
  private static final int EACCES = 13;
  private static final int ENOSPC = 28;
  private static final int EROFS = 30;
  private static final int EDQUOT_MACOS = 69;
  private static final int EDQUOT = 122;

  private static final Map<Integer, String> NAMES =
      Map.ofEntries(
          Map.entry(MDB_PAGE_NOTFOUND, "MDB_PAGE_NOTFOUND"),
          Map.entry(MDB_CORRUPTED, "MDB_CORRUPTED"),
          Map.entry(MDB_PANIC, "MDB_PANIC"),
          Map.entry(MDB_VERSION_MISMATCH, "MDB_VERSION_MISMATCH"),
          Map.entry(MDB_INVALID, "MDB_INVALID"),
          Map.entry(MDB_MAP_FULL, "MDB_MAP_FULL"),
          Map.entry(MDB_READERS_FULL, "MDB_READERS_FULL"),
          Map.entry(EPERM, "EPERM"),
          Map.entry(EACCES, "EACCES"),
          Map.entry(ENOSPC, "ENOSPC"),
          Map.entry(EROFS, "EROFS"),
          Map.entry(EDQUOT, "EDQUOT"));

  LogSinkException of(String operation, LmdbException e) {
    int code = e instanceof LmdbNativeException known ? known.getResultCode() : 0;
    String name = NAMES.getOrDefault(code, code == 0 ? "-" : String.valueOf(code));
    return switch (code) {
      case ENOSPC, EDQUOT, EDQUOT_MACOS ->
          faults.full(
              operation, "no room on the disk; free some, or lower retention.max-bytes", name, e);
      case EACCES, EPERM, EROFS ->
          faults.unavailable(
              operation,
              "not allowed; give this user the right to write beside the file, or choose another"
                  + " folder",
              name,
              e);
      case MDB_PAGE_NOTFOUND, MDB_CORRUPTED, MDB_VERSION_MISMATCH, MDB_INVALID ->
          faults.corrupt(operation, "LMDB cannot understand the file", name, e);
      default -> faults.unavailable(operation, String.valueOf(e.getMessage()), name, e);
    };
  }

  /** The library is not there, or the JVM does not let it work. */
  LogSinkException of(String operation, LinkageError e) {
    return faults.unavailable(
        operation,
        "the LMDB library cannot be loaded (%s); start java with --enable-native-access=ALL-UNNAMED"
                .formatted(e)
            + " --add-opens=java.base/java.nio=ALL-UNNAMED"
            + " --add-exports=java.base/sun.nio.ch=ALL-UNNAMED",
        e);
  }
}
