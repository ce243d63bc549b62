package io.logsink.bench;

import io.logsink.api.LogSinkBackend;
import io.logsink.bench.floor.FloorBackend;
import io.logsink.config.LogSinkConfig;
import io.logsink.config.value.Wording;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Who takes part. */
public final class Contenders {
  private static final String JOURNAL_MODE = "journalMode";

  private Contenders() {}

  /** What is appended to beside the contenders, to compare them with. */
  public static List<Contender> floors() {
    return Stream.of(FloorBackend.noop(), FloorBackend.rawFile())
        .map(floor -> new Contender(floor.name(), floor, floor.defaultSettings()))
        .toList();
  }

  /** All backends that there are, with the settings that {@code config} has for each. */
  public static List<Contender> of(LogSinkConfig config) {
    return config.catalogue().backends().stream()
        .flatMap(backend -> of(backend, config.settingsOf(backend.name())).stream())
        .toList();
  }

  /**
   * The contenders that a backend makes: one, or one for each journal mode where its settings have
   * that, since it decides both what a commit costs and what it survives.
   */
  public static List<Contender> of(LogSinkBackend backend, Record settings) {
    SettingsRecord record = new SettingsRecord(settings);
    return record
        .typeOf(JOURNAL_MODE)
        .filter(Class::isEnum)
        .map(type -> inEachMode(backend, record, type.getEnumConstants()))
        .orElseGet(() -> List.of(new Contender(backend.name(), backend, settings)));
  }

  private static List<Contender> inEachMode(
      LogSinkBackend backend, SettingsRecord settings, Object[] modes) {
    return Stream.of(modes)
        .map(mode ->
            new Contender(
                backend.name() + "-" + mode.toString().toLowerCase(Locale.ROOT),
                backend,
                settings.with(JOURNAL_MODE, mode)))
        .toList();
  }

  /**
   * Those of {@code all} that have one of the names as their label or their backend's name; all
   * when no name is given.
   *
   * @throws IllegalArgumentException when a name fits none
   */
  public static List<Contender> chosen(List<Contender> all, Collection<String> names) {
    names.forEach(name -> requireOne(all, name));
    return all.stream()
        .filter(contender -> names.isEmpty() || names.stream().anyMatch(contender::isCalled))
        .toList();
  }

  private static void requireOne(List<Contender> all, String name) {
    if (all.stream().noneMatch(contender -> contender.isCalled(name))) {
      List<String> labels = all.stream().map(Contender::label).toList();
      throw new IllegalArgumentException(
          "no backend \"%s\" to compare%s; there are %s"
              .formatted(name, Wording.didYouMean(name, labels), String.join(", ", labels)));
    }
  }
}
