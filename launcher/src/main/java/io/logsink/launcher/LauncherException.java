package io.logsink.launcher;

/** The program cannot be started; the message is for the user, and says what to do. */
final class LauncherException extends Exception {
  private static final long serialVersionUID = 1L;

  LauncherException(String message) {
    super(message);
  }
}
