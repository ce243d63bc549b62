package io.logsink.bench.decide;

import io.logsink.api.Durability;
import io.logsink.api.LogSinkBackend;
import io.logsink.bench.Promise;
import io.logsink.bench.SettingsRecord;
import io.logsink.bench.capacity.Capacity.Outcome;
import io.logsink.bench.decide.evidence.CapacityRun;
import io.logsink.bench.decide.evidence.DiskCosts;
import io.logsink.bench.decide.evidence.MeasuredStore;
import io.logsink.bench.decide.evidence.MeasuredStore.Held;
import io.logsink.bench.decide.evidence.OwnLines;
import io.logsink.bench.decide.evidence.Producer;
import io.logsink.bench.decide.evidence.Producers;
import io.logsink.bench.decide.layout.Question;
import io.logsink.bench.decide.rule.DecideSettings;
import io.logsink.bench.machine.MachineProfile;
import io.logsink.bench.stock.LineStock;
import io.logsink.bench.workload.LineKind;
import io.logsink.bench.workload.LinesPlan;
import io.logsink.config.BackendCatalogue;
import io.logsink.config.ConfigSources;
import io.logsink.config.LogSinkConfig;
import io.logsink.storage.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A question in a few words.
 *
 * <ul>
 *   <li>Producers: {@code a=1500} brings 1,500 records of 100 bytes in its busiest second and a
 *       tenth of that on average; {@code a=1500/200} of 200 bytes; {@code a=1500~service} with
 *       lines of that kind.
 *   <li>Stores: {@code lmdb=9000} holds 9,000 records/s with readers, {@code lmdb>=9000} at least,
 *       {@code lmdb=0} none, {@code lmdb?9000} is unsure, {@code lmdb!9000} broken. Then {@code
 *       +alone} without readers, {@code +other} on another host, {@code +late} measured under a
 *       limit of 5 s with p99 at 2 s, {@code +disk} takes 2 bytes on disk for each byte.
 * </ul>
 */
public final class Situation {
  /** The machine that is decided for. */
  public static final MachineProfile HERE =
      new MachineProfile("cpu", 2, 1L << 32, "linux", "ext4", 100_000, "jvm", 1L << 30, "rev");

  private static final MachineProfile OTHER =
      new MachineProfile("cpu", 16, 1L << 32, "linux", "ext4", 100_000, "jvm", 1L << 30, "rev");

  private static final double BYTES = 100;
  private static final Pattern PRODUCER =
      Pattern.compile("([a-z:]+)=(\\d+)(?:/(\\d+))?(?:~(\\w+))?");
  private static final Pattern STORE = Pattern.compile("([a-z-]+)(=|>=|\\?|!)(\\d+)((?:\\+\\w+)*)");

  private static final BackendCatalogue CATALOGUE = BackendCatalogue.find();

  private Situation() {}

  /** The question. */
  public static Question of(String config, String producers, String stores, long overflowed)
      throws IOException {
    LogSinkConfig loaded = config(config);
    return new Question(
        new Producers("a test", producers(producers), true, overflowed, List.of()),
        runs(stores),
        DiskCosts.NONE,
        HERE,
        loaded,
        loaded.section(DecideSettings.SECTION, DecideSettings.class));
  }

  /** The config with that text. */
  public static LogSinkConfig config(String text) throws IOException {
    Path folder = Files.createTempDirectory("decide");
    try {
      return load(Files.writeString(folder.resolve("logsink.conf"), text));
    } finally {
      Folders.delete(folder);
    }
  }

  /** The config in that file. */
  public static LogSinkConfig load(Path file) {
    return LogSinkConfig.load(
        ConfigSources.none().withDefaultBackend("sqlite").withFile(file),
        CATALOGUE,
        Map.of(DecideSettings.SECTION, DecideSettings.DEFAULT));
  }

  private static List<Producer> producers(String text) throws IOException {
    List<Producer> producers = new ArrayList<>();
    for (MatchResult found : matches(PRODUCER, text)) {
      producers.add(producer(found));
    }
    return producers;
  }

  private static Producer producer(MatchResult found) throws IOException {
    double peak = Double.parseDouble(found.group(2));
    double bytes = found.group(3) == null ? BYTES : Double.parseDouble(found.group(3));
    Optional<OwnLines> lines =
        found.group(4) == null ? Optional.empty() : Optional.of(lines(found.group(4)));
    return new Producer(found.group(1), peak / 10, peak, bytes, lines);
  }

  private static OwnLines lines(String kind) throws IOException {
    LinesPlan plan = LinesPlan.of(LineKind.valueOf(kind.toUpperCase(Locale.ROOT)));
    return new OwnLines(LineStock.of(plan.withCount(1_000)), "lines of " + kind);
  }

  private static List<CapacityRun> runs(String text) {
    List<CapacityRun> runs = new ArrayList<>();
    for (MatchResult found : matches(STORE, text)) {
      String id = "run-" + (runs.size() + 1);
      MachineProfile machine = found.group(4).contains("+other") ? OTHER : HERE;
      runs.add(new CapacityRun(id, "w", machine, List.of(cell(id, found))));
    }
    return runs;
  }

  private static List<MatchResult> matches(Pattern pattern, String text) {
    return Stream.of(text.split(" "))
        .filter(word -> !word.isEmpty())
        .map(word -> match(pattern, word))
        .toList();
  }

  private static MatchResult match(Pattern pattern, String word) {
    Matcher matcher = pattern.matcher(word);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not understood: " + word);
    }
    return matcher.toMatchResult();
  }

  private static MeasuredStore cell(String id, MatchResult found) {
    String label = found.group(1);
    double rate = Double.parseDouble(found.group(3));
    String marks = found.group(4);
    boolean late = marks.contains("+late");
    Outcome outcome = outcome(found.group(2), rate);
    return new MeasuredStore(
        id,
        label,
        !marks.contains("+alone"),
        outcome,
        rate,
        "%s %s".formatted(outcome, rate),
        Duration.ofSeconds(late ? 5 : 1),
        rate == 0 ? Optional.empty() : Optional.of(held(label, marks, late)));
  }

  private static Outcome outcome(String sign, double rate) {
    return switch (sign) {
      case ">=" -> Outcome.AT_LEAST;
      case "?" -> Outcome.UNSURE;
      case "!" -> Outcome.BROKEN;
      default -> rate == 0 ? Outcome.NONE : Outcome.FOUND;
    };
  }

  private static Held held(String label, String marks, boolean late) {
    return new Held(
        BYTES,
        Duration.ofSeconds(late ? 2 : 1),
        promise(label),
        settings(label),
        marks.contains("+disk") ? OptionalDouble.of(2) : OptionalDouble.empty());
  }

  private static Promise promise(String label) {
    return switch (label) {
      case "ring" -> new Promise(Durability.VOLATILE, Durability.VOLATILE);
      case "sqlite-delete" -> new Promise(Durability.PROCESS_CRASH, Durability.PROCESS_CRASH);
      default -> new Promise(Durability.PROCESS_CRASH, Durability.POWER_LOSS);
    };
  }

  /** Those of the backend by default, and the journal mode that the label says. */
  private static Map<String, String> settings(String label) {
    String[] name = label.split("-");
    Map<String, String> settings = new TreeMap<>();
    CATALOGUE.backends().stream()
        .filter(backend -> backend.name().equals(name[0]))
        .map(LogSinkBackend::defaultSettings)
        .forEach(defaults -> settings.putAll(new SettingsRecord(defaults).flat()));
    if (name.length > 1) {
      settings.put("journalMode", name[1].toUpperCase(Locale.ROOT));
    }
    return settings;
  }
}
