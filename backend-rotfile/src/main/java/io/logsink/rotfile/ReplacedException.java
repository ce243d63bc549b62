package io.logsink.rotfile;

import java.io.IOException;

/** The owner of the store has sealed or removed the window while this process was reading it. */
final class ReplacedException extends IOException {
  private static final long serialVersionUID = 1L;

  ReplacedException(Throwable cause) {
    super("the window was sealed or removed by its owner", cause);
  }
}
