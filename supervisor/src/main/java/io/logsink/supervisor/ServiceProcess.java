package io.logsink.supervisor;

import io.logsink.api.record.Attributes;
import java.io.IOException;
import java.util.List;

/** A running service, and where its output can be read. */
interface ServiceProcess extends AutoCloseable {
  /**
   * One output.
   *
   * @param descriptor where to read it
   * @param attributes what all of its records have
   * @param terminal whether a terminal ends its lines, by carriage return and newline
   */
  record Output(int descriptor, Attributes attributes, boolean terminal) {}

  /** Starts the service. */
  static ServiceProcess start(ServiceSettings settings) throws IOException {
    Launch launch = Launch.of(settings);
    return switch (settings.output()) {
      case TERMINAL -> TerminalProcess.start(launch, settings.terminal());
      case PIPES -> PipeProcess.start(launch);
    };
  }

  /** Its outputs. */
  List<Output> outputs();

  /** Its process id. */
  long pid();

  /** Whether it leads a session and a process group of its own, whose id is its process id. */
  boolean leadsSession();

  /** Waits for its end; 128 and the signal's number when a signal ended it. */
  int waitFor() throws InterruptedException;

  /** Lets go the descriptors. It has ended, and nobody reads them any more. */
  @Override
  void close();
}
