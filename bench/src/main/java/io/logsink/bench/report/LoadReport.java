package io.logsink.bench.report;

import io.logsink.bench.load.LoadResult;
import io.logsink.bench.machine.MachineProfile;

/**
 * One load as one JSON object.
 *
 * @param result what it came to
 * @param machine what it ran on
 * @param command the command line that makes it again
 */
public record LoadReport(LoadResult result, MachineProfile machine, String command) {
  /** The version of the form; a field that changes its meaning or goes changes it. */
  static final int SCHEMA = 1;

  private static final String KIND = "load";

  /** What others cite this run by. */
  public String id() {
    return RunId.of(KIND, result.stats().time(), command);
  }

  @Override
  public String toString() {
    return new JsonObject()
            .put("schema", SCHEMA)
            .put("kind", KIND)
            .put("id", id())
            .put("command", command)
            .put("end", result.stats().time().toString())
            .put("machine", JsonReport.machine(machine))
            .put("load", LoadJson.of(result))
        + "\n";
  }
}
