package io.logsink.app;

import io.logsink.bench.Contender;
import io.logsink.bench.Contenders;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which backends take part in a comparison, and with which settings. */
final class BenchContenders {
  @Mixin private BenchConfig config;

  @Option(
      names = "--backend",
      paramLabel = "NAME",
      description = "Only this one, by its name (sqlite) or label (sqlite-wal); repeatable.")
  private List<String> names = new ArrayList<>();

  /** The floors first, because they are quick and leave their share of the time to the others. */
  List<Contender> all(Console console) {
    List<Contender> contenders = new ArrayList<>(Contenders.floors());
    contenders.addAll(withoutFloors(console));
    return contenders;
  }

  List<Contender> withoutFloors(Console console) {
    return Contenders.chosen(Contenders.of(config.load(console)), names);
  }

  /** Whether any was named. */
  boolean areNamed() {
    return !names.isEmpty();
  }

  BenchConfig config() {
    return config;
  }
}
