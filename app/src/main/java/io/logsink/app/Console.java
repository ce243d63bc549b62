package io.logsink.app;

import io.logsink.api.query.Gap;
import io.logsink.pipeline.route.MergedPage;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;

/**
 * What a command talks to.
 *
 * @param in standard input
 * @param out standard output, buffered: bytes, because log records are
 * @param err standard error: what is said about the output
 * @param clock the time
 */
record Console(InputStream in, OutputStream out, PrintWriter err, InstantSource clock) {
  /** The process's own. Not {@link System#out}, which hides that a pipe is broken. */
  static Console system() {
    return new Console(
        System.in,
        new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16),
        new PrintWriter(System.err, true, StandardCharsets.UTF_8),
        InstantSource.system());
  }

  /** Prints a line on standard output. */
  void print(String line) throws IOException {
    out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /** Says something in one line on standard error. */
  void say(String message) {
    err.println("logsink: " + message);
    err.flush();
  }

  /** Whether {@code e} means that whoever read the output has had enough, which is no error. */
  static boolean isBrokenPipe(Exception e) {
    String message = e instanceof IOException ? e.getMessage() : null;
    return message != null
        && (message.equals("Broken pipe") || message.equals("The pipe is being closed"));
  }

  /** Says that entries of the store {@code sink} are missing from what is printed. */
  private void say(String sink, Gap gap) {
    String what =
        "entries %d to %d of %s ".formatted(gap.firstSequence(), gap.lastSequence(), sink);
    switch (gap.cause()) {
      case RETENTION -> say(what + "are gone by retention");
      case DAMAGE -> say(what + "cannot be read: " + gap.detail());
    }
  }

  /** Says which entries are missing from {@code page}. */
  void sayGaps(MergedPage page) {
    page.gaps().forEach((sink, gaps) -> gaps.forEach(gap -> say(sink, gap)));
  }
}
