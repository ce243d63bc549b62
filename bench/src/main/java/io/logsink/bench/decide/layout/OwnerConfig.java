package io.logsink.bench.decide.layout;

import io.logsink.api.LogSinkBackend;
import io.logsink.api.record.Source;
import io.logsink.api.record.SourceGlob;
import io.logsink.bench.Contender;
import io.logsink.bench.Contenders;
import io.logsink.bench.SettingsRecord;
import io.logsink.bench.decide.evidence.Reduction;
import io.logsink.config.LogSinkConfig;
import io.logsink.pipeline.SourceRule;
import io.logsink.pipeline.route.Route;
import io.logsink.ring.RingSettings;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * The config that is in force: where each source's records go and how they are treated.
 *
 * @param config the config
 */
public record OwnerConfig(LogSinkConfig config) {
  /** The backend that the records of a source go to. */
  public String backendOf(String source) {
    Source of = Source.of(source);
    return config.routes().stream()
        .filter(route -> SourceGlob.of(route.sources()).matches(of))
        .map(Route::sink)
        .findFirst()
        .orElseGet(() -> config.backend().name());
  }

  /** How a source is treated, as a rule for it alone. */
  SourceRule ruleOf(String source) {
    Source of = Source.of(source);
    return config.pipeline().rules().stream()
        .filter(rule -> SourceGlob.of(rule.sources()).matches(of))
        .findFirst()
        .orElse(SourceRule.DEFAULT)
        .withSources(source);
  }

  /** How a source is treated where it is placed. */
  public SourceRule ruleOf(Placement placement) {
    return placement.reduction().map(Reduction::rule).orElseGet(() -> ruleOf(placement.source()));
  }

  List<String> backends() {
    return config.catalogue().backends().stream().map(LogSinkBackend::name).toList();
  }

  /** What the store of a backend is called where it was measured with its settings in force. */
  String labelOf(String backend) {
    Record settings = config.settingsOf(backend);
    return config.catalogue().backends().stream()
        .filter(member -> member.name().equals(backend))
        .flatMap(member -> Contenders.of(member, settings).stream())
        .filter(contender -> contender.settings().equals(settings))
        .map(Contender::label)
        .findFirst()
        .orElse(backend);
  }

  /** The settings in force of a backend that decide how fast it is. */
  Map<String, String> settingsOf(String backend) {
    return deciding(new SettingsRecord(config.settingsOf(backend)).flat());
  }

  /** Settings without where the store is, when it rolls and what it keeps. */
  static Map<String, String> deciding(Map<String, String> settings) {
    Map<String, String> deciding = new TreeMap<>(settings);
    deciding
        .keySet()
        .removeIf(name ->
            name.equals("directory")
                || name.startsWith("window.")
                || name.startsWith("retention."));
    return deciding;
  }

  /** Which settings in force would have to change for a backend to be {@code store}. */
  public Map<String, String> changesTo(Store store) {
    Map<String, String> now = settingsOf(store.backend());
    Map<String, String> changes = new TreeMap<>(store.settings());
    changes.entrySet().removeIf(entry -> entry.getValue().equals(now.get(entry.getKey())));
    return changes;
  }

  /** The most bytes of records in a pipeline. */
  public long pipelineBytes() {
    return config.pipeline().maxBytes();
  }

  /** What a backend keeps in memory, when that is where it keeps its records. */
  public OptionalLong memoryBytes(String backend) {
    return config.settingsOf(backend) instanceof RingSettings ring
        ? OptionalLong.of(ring.retention().maxBytes())
        : OptionalLong.empty();
  }
}
