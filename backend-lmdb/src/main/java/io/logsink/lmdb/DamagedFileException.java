package io.logsink.lmdb;

/** An LMDB file has something in it that LMDB would trip over. */
final class DamagedFileException extends Exception {
  private static final long serialVersionUID = 1L;

  private DamagedFileException(String message) {
    super(message);
  }

  /** Throws when {@code holds} is false. */
  @SuppressWarnings("AnnotateFormatMethod") // the annotation is not worth a dependency
  static void require(boolean holds, String message, Object... values) throws DamagedFileException {
    if (!holds) {
      throw new DamagedFileException(message.formatted(values));
    }
  }
}
