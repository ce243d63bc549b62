package io.logsink.app;

import io.logsink.bench.Contender;
import io.logsink.bench.compare.Arm;
import io.logsink.config.ConfigSources;
import io.logsink.config.LogSinkConfig;
import io.logsink.config.value.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What takes part in a comparison. */
final class BenchArms {
  private static final Pattern FORM = Pattern.compile("([^=,]+)=([^=,]+)((?:,[^=,]+=[^,]*)*)");
  private static final Pattern PLANT = Pattern.compile("(.+)=([^=]+)");

  @Mixin private BenchContenders contenders;

  @Option(
      names = "--arm",
      paramLabel = "LABEL=BACKEND[,KEY=VALUE]...",
      description =
          "An arm with settings of its own, full=sqlite,synchronous=full; repeatable. When given,"
              + " backends take part only by --backend.")
  private List<String> arms = new ArrayList<>();

  @Option(
      names = "--plant",
      paramLabel = "LABEL=SHARE",
      description = "Make each append of that arm so much slower, to see whether it is noticed.")
  private List<String> plants = new ArrayList<>();

  /** All of them. */
  List<Arm> all(Console console) {
    List<Contender> all = new ArrayList<>();
    if (arms.isEmpty() || contenders.areNamed()) {
      all.addAll(contenders.withoutFloors(console));
    }
    arms.forEach(text -> all.add(contender(text)));
    return planted(all);
  }

  private Contender contender(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "--arm \"%s\" is not LABEL=BACKEND[,KEY=VALUE]..., such as full=sqlite,synchronous=full"
              .formatted(text));
    }
    String origin = "option --arm " + form.group(1);
    ConfigSources sources = contenders.config().sources().withBackend(form.group(2), origin);
    for (String setting : form.group(3).split(",")) {
      if (!setting.isEmpty()) {
        String[] pair = setting.split("=", 2);
        sources = sources.withSetting(pair[0], pair[1], origin);
      }
    }
    LogSinkConfig config = BenchConfig.load(sources);
    return new Contender(form.group(1), config.backend(), config.settings());
  }

  private List<Arm> planted(List<Contender> all) {
    List<String> labels = all.stream().map(Contender::label).toList();
    Map<String, Double> shares = new TreeMap<>();
    plants.forEach(text -> plant(text, labels, shares));
    return all.stream()
        .map(contender -> Arm.of(contender).slowedBy(shares.getOrDefault(contender.label(), 0.0)))
        .toList();
  }

  private static void plant(String text, List<String> labels, Map<String, Double> shares) {
    Matcher form = PLANT.matcher(text);
    if (!form.matches() || Percentage.parse(form.group(2)).isEmpty()) {
      throw new IllegalArgumentException(
          "--plant \"%s\" is not LABEL=SHARE, such as lmdb=20%%".formatted(text));
    }
    String label = form.group(1);
    if (!labels.contains(label)) {
      throw new IllegalArgumentException(
          "no arm \"%s\" to make slower%s; there are %s"
              .formatted(label, Wording.didYouMean(label, labels), String.join(", ", labels)));
    }
    shares.put(label, Percentage.parse(form.group(2)).orElseThrow());
  }
}
