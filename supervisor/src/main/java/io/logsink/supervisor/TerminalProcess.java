package io.logsink.supervisor;

import com.pty4j.WinSize;
import com.pty4j.unix.Pty;
import com.pty4j.unix.UnixPtyProcess;
import io.logsink.api.record.Attributes;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.List;

/**
 * A process in a terminal of its own, whose session it leads.
 *
 * <p>The terminal is made before the process, so that its size is right from the first instruction
 * on: given to pty4j's builder, it would come a moment after the start. Its own end of the terminal
 * stays open here meanwhile, because macOS has no size without one, and throws away what was not
 * read when the last one is closed.
 */
final class TerminalProcess implements ServiceProcess {
  private static final int MOST_IGNORED_READS = 100;

  private final Pty terminal;
  private final FileOutputStream end;
  private final UnixPtyProcess process;

  private TerminalProcess(Pty terminal, FileOutputStream end, UnixPtyProcess process) {
    this.terminal = terminal;
    this.end = end;
    this.process = process;
  }

  static TerminalProcess start(Launch launch, TerminalSettings size) throws IOException {
    Pty terminal = new Pty();
    try {
      FileOutputStream end = new FileOutputStream(terminal.getSlaveName());
      try {
        terminal.setWindowSize(new WinSize(size.columns(), size.rows()), null);
        return new TerminalProcess(terminal, end, start(launch, terminal));
      } catch (IOException | RuntimeException e) {
        end.close();
        throw e;
      }
    } catch (IOException | RuntimeException e) {
      terminal.close();
      throw e;
    }
  }

  @SuppressWarnings("deprecation") // the builder makes the terminal itself, and sizes it too late
  private static UnixPtyProcess start(Launch launch, Pty terminal) throws IOException {
    return new UnixPtyProcess(
        launch.command().toArray(String[]::new),
        launch.variables(),
        launch.directory().toString(),
        terminal,
        null,
        false);
  }

  @Override
  public List<Output> outputs() {
    return List.of(new Output(terminal.getMasterFD(), Attributes.EMPTY, true));
  }

  @Override
  public long pid() {
    return process.pid();
  }

  @Override
  public boolean leadsSession() {
    return true;
  }

  @Override
  public int waitFor() throws InterruptedException {
    return process.waitFor();
  }

  /**
   * pty4j tells its own readers of the end, by a byte into a pipe, and only after those who wait
   * for it. Whoever closes the pipe before that has the byte written to whatever file got the
   * number. So this reads, which waits for the byte. Nobody asked for what there may be to read: a
   * process that was left behind printed it after the end.
   */
  private void awaitPty4j() throws IOException {
    byte[] ignored = new byte[4096];
    int count = 1;
    for (int i = 0; i < MOST_IGNORED_READS && count > 0; i++) {
      count = process.getInputStream().read(ignored);
    }
  }

  @Override
  public void close() {
    try (FileOutputStream _ = end;
        AutoCloseable _ = terminal::close) {
      awaitPty4j();
    } catch (Exception _) {
      // a descriptor that cannot be closed is none
    }
  }
}
