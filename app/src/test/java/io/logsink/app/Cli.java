package io.logsink.app;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** Runs the command in this process. */
final class Cli {
  static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");

  private Cli() {}

  /**
   * What a command did.
   *
   * @param exitCode its exit code
   * @param out standard output
   * @param err standard error
   */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares results
  record Result(int exitCode, byte[] out, String err) {
    String text() {
      return new String(out, StandardCharsets.UTF_8);
    }

    List<String> lines() {
      return text().lines().toList();
    }
  }

  /** The command line of a command on the store of {@code backend} in {@code folder}. */
  static String[] arguments(String command, String backend, Path folder, String... options) {
    Stream<String> store = Stream.of(command, "--backend", backend, "--dir", folder.toString());
    return Stream.concat(store, Stream.of(options)).toArray(String[]::new);
  }

  static Result run(String... args) {
    return run(InputStream.nullInputStream(), args);
  }

  static Result run(byte[] input, String... args) {
    return run(new ByteArrayInputStream(input), args);
  }

  private static Result run(InputStream input, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StringWriter err = new StringWriter();
    int exitCode = run(input, out, err, args);
    return new Result(exitCode, out.toByteArray(), err.toString());
  }

  static int run(InputStream in, OutputStream out, StringWriter err, String... args) {
    return Main.run(new Console(in, out, new PrintWriter(err), InstantSource.fixed(NOW)), args);
  }
}
