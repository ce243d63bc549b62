package io.logsink.storage;

/**
 * What the manifest says of a window.
 *
 * @param number counts windows over the life of the store, from 1
 * @param state how far it has come
 * @param createdMillis wall clock at its creation, milliseconds since 1970
 * @param writtenMillis wall clock at its last append that is known
 * @param storedBytes bytes on disk when it was rolled or sealed
 * @param summary what it holds; of an active window what it held when that was last written down
 */
record WindowEntry(
    int number,
    WindowState state,
    long createdMillis,
    long writtenMillis,
    long storedBytes,
    WindowSummary summary) {
  static WindowEntry fresh(int number, long nowMillis) {
    return new WindowEntry(
        number, WindowState.ACTIVE, nowMillis, nowMillis, 0, WindowSummary.EMPTY);
  }

  WindowEntry with(WindowState other, long bytes) {
    return new WindowEntry(number, other, createdMillis, writtenMillis, bytes, summary);
  }

  WindowEntry with(WindowSummary other) {
    return new WindowEntry(number, state, createdMillis, writtenMillis, storedBytes, other);
  }

  WindowEntry with(WindowSummary other, long nowMillis) {
    return new WindowEntry(
        number, state, createdMillis, Math.max(writtenMillis, nowMillis), storedBytes, other);
  }

  /** Whether it is still, or was, appended to and has not found its final form. */
  boolean isUnsealed() {
    return state == WindowState.ACTIVE || state == WindowState.ROLLED;
  }

  /** The name of its folder. */
  String folder() {
    return "w-%08d".formatted(number);
  }

  /** Whether {@code name} is the name of a window's folder. */
  static boolean isFolder(String name) {
    return name.matches("w-[0-9]{8,}");
  }
}
