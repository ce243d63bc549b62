package io.logsink.bench.decide.layout;

import io.logsink.bench.decide.evidence.CapacityRun;
import io.logsink.bench.decide.evidence.DiskCosts;
import io.logsink.bench.decide.evidence.Producers;
import io.logsink.bench.decide.rule.DecideSettings;
import io.logsink.bench.machine.MachineProfile;
import io.logsink.config.LogSinkConfig;
import java.util.List;

/**
 * What is known, and what is wanted.
 *
 * @param producers who produces
 * @param runs what stores hold, as it was measured
 * @param costs what stores take of the disk, beside what the runs say
 * @param machine the machine that is decided for
 * @param config the config in force
 * @param limits what the owner wants
 */
public record Question(
    Producers producers,
    List<CapacityRun> runs,
    DiskCosts costs,
    MachineProfile machine,
    LogSinkConfig config,
    DecideSettings limits) {
  /** Copies the list. */
  public Question {
    runs = List.copyOf(runs);
  }
}
