package io.logsink.storage;

/** How far a window has come. */
enum WindowState {
  /** Appends go here; the last one. */
  ACTIVE,
  /** Full; waits to be sealed. */
  ROLLED,
  /** Immutable, in its final form. */
  SEALED,
  /** Damaged so far that it could not be sealed; read as far as it can be. */
  DAMAGED
}
