package io.logsink.bench;

import io.logsink.api.LogSinkBackend;
import io.logsink.bench.floor.FloorBackend;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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

  /**
   * The backends on the class path with their default settings.
   *
   * @param problems is told about each backend that is there and cannot be loaded
   */
  public static List<Contender> found(Consumer<String> problems) {
    List<Contender> contenders = new ArrayList<>();
    Iterator<LogSinkBackend> backends = ServiceLoader.load(LogSinkBackend.class).iterator();
    boolean more = true;
    while (more) {
      try {
        more = backends.hasNext();
        if (more) {
          contenders.addAll(of(backends.next()));
        }
      } catch (ServiceConfigurationError e) {
        problems.accept("a backend cannot be loaded: " + e.getMessage());
      }
    }
    return contenders;
  }

  /**
   * The contenders that a backend makes: one, or one for each journal mode where its settings have
   * that, since it decides both what a commit costs and what it survives.
   */
  public static List<Contender> of(LogSinkBackend backend) {
    SettingsRecord settings = new SettingsRecord(backend.defaultSettings());
    return settings
        .typeOf(JOURNAL_MODE)
        .filter(Class::isEnum)
        .map(type -> inEachMode(backend, settings, type.getEnumConstants()))
        .orElseGet(() -> List.of(new Contender(backend.name(), backend, settings.settings())));
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
    for (String name : names) {
      if (all.stream().noneMatch(isCalled(name))) {
        throw new IllegalArgumentException(
            "no backend \"%s\" to compare; there are %s".formatted(name, labels(all)));
      }
    }
    return all.stream()
        .filter(contender -> names.isEmpty() || names.stream().anyMatch(called(contender)))
        .toList();
  }

  private static Predicate<Contender> isCalled(String name) {
    return contender -> called(contender).test(name);
  }

  private static Predicate<String> called(Contender contender) {
    return name -> contender.label().equals(name) || contender.backend().name().equals(name);
  }

  private static String labels(List<Contender> contenders) {
    return contenders.stream().map(Contender::label).collect(Collectors.joining(", "));
  }
}
