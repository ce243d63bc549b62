package io.logsink.supervisor;

import io.logsink.api.record.AttributeValue;
import io.logsink.api.record.Attributes;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;

/**
 * A process that prints into two pipes. They are made here and handed to it by their names in
 * {@code /dev/fd}, because the streams of {@link Process} cannot be read with a time limit.
 */
final class PipeProcess implements ServiceProcess {
  /** Which of its two outputs a record was printed to. */
  static final String STREAM = "stream";

  private static final File NOTHING = new File("/dev/null");

  private final Process process;
  private final int out;
  private final int err;

  private PipeProcess(Process process, int out, int err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  static PipeProcess start(Launch launch) throws IOException {
    int[] out = Posix.pipe();
    try {
      int[] err = Posix.pipe();
      try {
        return new PipeProcess(start(launch, out[1], err[1]), out[0], err[0]);
      } catch (IOException | RuntimeException e) {
        Posix.close(err[0]);
        throw e;
      } finally {
        Posix.close(err[1]);
      }
    } catch (IOException | RuntimeException e) {
      Posix.close(out[0]);
      throw e;
    } finally {
      Posix.close(out[1]);
    }
  }

  private static Process start(Launch launch, int out, int err) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(launch.command())
            .directory(launch.directory().toFile())
            .redirectInput(NOTHING)
            .redirectOutput(Redirect.to(new File("/dev/fd/" + out)))
            .redirectError(Redirect.to(new File("/dev/fd/" + err)));
    builder.environment().clear();
    builder.environment().putAll(launch.environment());
    return builder.start();
  }

  @Override
  public List<Output> outputs() {
    return List.of(output(out, "stdout"), output(err, "stderr"));
  }

  private static Output output(int descriptor, String stream) {
    return new Output(descriptor, Attributes.of(STREAM, AttributeValue.of(stream)), false);
  }

  @Override
  public long pid() {
    return process.pid();
  }

  @Override
  public boolean leadsSession() {
    return false;
  }

  @Override
  public int waitFor() throws InterruptedException {
    return process.waitFor();
  }

  @Override
  public void close() {
    Posix.close(out);
    Posix.close(err);
  }
}
