package io.logsink.bench.lines;

import io.logsink.api.Capabilities;
import io.logsink.api.record.Attributes;
import io.logsink.api.record.EpochNanos;
import io.logsink.api.record.LogBody;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Severity;
import io.logsink.api.record.Source;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reads lines into memory, byte for byte, up to a number of bytes. A line ends at {@code \n}; one
 * that is longer than the least that every backend stores is cut. For one thread.
 */
public final class WorkloadReader {
  private static final int CHUNK_BYTES = 256 * 1024;
  private static final long STEP_NANOS = 10_000;

  private final long maxBytes;
  private final List<List<Line>> files = new ArrayList<>();
  private final List<String> descriptions = new ArrayList<>();
  private long readBytes;
  private long cutCount;
  private boolean whole = true;

  /** A reader that ends after {@code maxBytes}, newlines included. */
  public WorkloadReader(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  /**
   * Adds the lines of a file, or of all files in a folder, each a source of its own. Where a folder
   * has more than there is room for, each of its files gives its first part, the same share of all.
   *
   * @throws IOException when it is not there or cannot be read
   */
  public void addPath(Path path) throws IOException {
    if (!Files.exists(path)) {
      throw new IOException("no file or folder " + path + "; give --input one that is there");
    }
    if (Files.isDirectory(path)) {
      addFolder(path);
    } else {
      addFile(path, path.toAbsolutePath().getFileName().toString(), room());
      descriptions.add("file " + path);
    }
  }

  private void addFolder(Path folder) throws IOException {
    List<Path> paths = filesIn(folder);
    long totalBytes = 0;
    for (Path path : paths) {
      totalBytes += Files.size(path);
    }
    double share = totalBytes <= room() ? 1 : (double) room() / totalBytes;
    for (Path path : paths) {
      long bytes = (long) Math.ceil(Files.size(path) * share);
      addFile(path, folder.relativize(path).toString(), share < 1 ? bytes : Long.MAX_VALUE);
    }
    descriptions.add("folder %s (%d files)".formatted(folder, paths.size()));
  }

  private static List<Path> filesIn(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private void addFile(Path path, String name, long mostBytes) throws IOException {
    Source source = SourceNames.of("pty", name);
    try (InputStream in = Files.newInputStream(path)) {
      files.add(read(in, mostBytes, line -> source));
    }
  }

  /** Adds the lines of a stream, up to its end. */
  public void addStream(String name, InputStream in) throws IOException {
    Source source = SourceNames.of("pty", name);
    files.add(read(in, room(), line -> source));
    descriptions.add(name);
  }

  /**
   * Adds the lines that a shell command prints on its standard output; it is ended when there are
   * enough.
   *
   * @throws IOException when it cannot be started
   */
  public void addCommand(String command) throws IOException {
    Source source = SourceNames.of("pty", command.strip().split("\\s+")[0]);
    files.add(output(List.of("/bin/sh", "-c", command), Redirect.INHERIT, line -> source));
    descriptions.add("command " + command);
  }

  /**
   * Fills the room that is left with lines that can be made anywhere: a JVM's own, with its logging
   * turned up.
   *
   * @param javaHome the Java to run
   * @throws IOException when it cannot be started or prints nothing
   */
  public void addJvm(Path javaHome) throws IOException {
    JvmTags tags = new JvmTags();
    List<Line> lines = new ArrayList<>();
    try (JvmRun run = new JvmRun(javaHome)) {
      while (room() > 0) {
        List<String> command = run.command();
        List<Line> printed = output(command, Redirect.DISCARD, tags);
        if (printed.isEmpty()) {
          throw new IOException(String.join(" ", command) + " printed nothing");
        }
        lines.addAll(printed);
      }
      descriptions.add("%d runs of a JVM with -Xlog:all=debug".formatted(run.runCount()));
    }
    files.add(lines);
    whole = true;
  }

  private List<Line> output(
      List<String> command, Redirect errors, Function<LogBody, Source> sources) throws IOException {
    Process process = new ProcessBuilder(command).redirectError(errors).start();
    try (InputStream in = process.getInputStream()) {
      process.getOutputStream().close();
      return read(in, room(), sources);
    } finally {
      process.destroy();
    }
  }

  private List<Line> read(InputStream in, long mostBytes, Function<LogBody, Source> sources)
      throws IOException {
    LineSplitter splitter = new LineSplitter(Capabilities.LEAST_MAX_RECORD_BYTES);
    List<Line> lines = new ArrayList<>();
    byte[] chunk = new byte[CHUNK_BYTES];
    long left = mostBytes;
    int length = 0;
    while (left > 0 && (length = in.read(chunk)) >= 0) {
      left = take(splitter.lines(chunk, length), left, sources, lines);
    }
    if (length < 0) {
      take(splitter.rest().stream().toList(), left, sources, lines);
    } else {
      whole = false;
    }
    cutCount += splitter.splitCount();
    return lines;
  }

  private long take(
      List<LogBody> bodies, long mostBytes, Function<LogBody, Source> sources, List<Line> lines) {
    long left = mostBytes;
    for (LogBody body : bodies) {
      if (left <= 0) {
        break;
      }
      lines.add(new Line(sources.apply(body), body));
      left -= body.length() + 1;
      readBytes += body.length() + 1;
    }
    return left;
  }

  private long room() {
    return Math.max(0, maxBytes - readBytes);
  }

  /**
   * What was added, as records ten microseconds apart.
   *
   * @throws IllegalArgumentException when there is no line at all
   */
  public Workload workload() {
    List<LogRecord> records = new ArrayList<>();
    long nanos = EpochNanos.of(Instant.now());
    for (Line line : Interleaving.of(files)) {
      records.add(
          new LogRecord(nanos, nanos, Severity.INFO, line.source(), line.body(), Attributes.EMPTY));
      nanos += STEP_NANOS;
    }
    return new Workload(String.join(", ", descriptions), records, cutCount, whole);
  }
}
