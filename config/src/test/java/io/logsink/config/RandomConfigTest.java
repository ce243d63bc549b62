package io.logsink.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import io.logsink.config.DiskSettings.Mode;
import io.logsink.config.DiskSettings.Window;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RandomConfigTest {
  private static final long SEED = Long.getLong("logsink.seed", new Random().nextLong());

  @TempDir private Path folder;

  private final Random random = new Random(SEED);

  @Test
  void whatIsInForceIsAConfigThatSaysTheSame() {
    for (int round = 0; round < 300; round++) {
      DiskSettings settings = settings();
      LogSinkConfig config = withDefaults(settings, ConfigSources.none());
      String[] printed =
          config.effective().stream().map(EffectiveSetting::toString).toArray(String[]::new);

      LogSinkConfig again = new ConfigFixture(folder).load(printed);

      assertThat(again.settings()).as(printed(printed)).isEqualTo(settings);
      assertThat(again.effective())
          .as(printed(printed))
          .extracting(EffectiveSetting::value)
          .isEqualTo(config.effective().stream().map(EffectiveSetting::value).toList());
    }
  }

  @Test
  void theEnvironmentAndThePropertiesCanSayTheSame() {
    for (int round = 0; round < 300; round++) {
      DiskSettings settings = settings();
      Map<String, String> properties =
          withDefaults(settings, ConfigSources.none()).effective().stream()
              .filter(setting -> !setting.value().startsWith("["))
              .collect(Collectors.toMap(EffectiveSetting::key, RandomConfigTest::unquoted));
      Map<String, String> variables =
          properties.entrySet().stream()
              .collect(Collectors.toMap(entry -> variable(entry.getKey()), Map.Entry::getValue));

      for (ConfigSources sources :
          List.of(
              ConfigSources.none().withProperties(properties),
              ConfigSources.none().withEnvironment(variables))) {
        LogSinkConfig config =
            LogSinkConfig.load(
                sources.withSetting("tags", String.join(",", settings.tags()), "test"),
                ConfigFixture.CATALOGUE);
        assertThat(config.settings()).as("logsink.seed=%d", SEED).isEqualTo(settings);
      }
    }
  }

  @Test
  void aBrokenFileIsAnErrorWithAPlaceOrIsNotBroken() {
    String sound =
        """
        logsink {
          backend = disk
          disk { window { max-age = 6h, max-bytes = 64MiB }, level = 2, tags = [a, b] }
          tape { device = "/dev/st0" } # the old one
        }
        """;
    int errors = 0;
    for (int round = 0; round < 1_000; round++) {
      StringBuilder broken = new StringBuilder(sound);
      for (int i = random.nextInt(3); i >= 0; i--) {
        breakSomething(broken);
      }
      try {
        new ConfigFixture(folder).load(broken.toString());
      } catch (ConfigException e) {
        errors++;
        assertThat(e.problems())
            .as(printed(broken.toString()))
            .isNotEmpty()
            .allSatisfy(problem -> assertThat(problem).contains("my.conf"));
      }
    }
    assertThat(errors).as("logsink.seed=%d", SEED).isGreaterThan(300);
  }

  private void breakSomething(StringBuilder text) {
    int at = random.nextInt(text.length());
    switch (random.nextInt(3)) {
      case 0 -> text.deleteCharAt(at);
      case 1 -> text.insert(at, "{}[]\"=:,$#a1\0\n ".charAt(random.nextInt(15)));
      default -> text.setCharAt(at, (char) random.nextInt(0x3000));
    }
  }

  private static LogSinkConfig withDefaults(DiskSettings settings, ConfigSources sources) {
    return LogSinkConfig.load(
        sources.withDefaultBackend("disk"),
        BackendCatalogue.of(List.of(new TestBackend("disk", settings))));
  }

  private DiskSettings settings() {
    return new DiskSettings(
        Path.of(text().replaceAll("[^ -~]", "x")),
        new Window(
            Duration.ofSeconds(1 + number(), random.nextInt(1_000) * (long) pick(1, 1_000_000)),
            (1L << 31) + number()),
        random.nextBoolean() ? Mode.FAST : Mode.VERY_SAFE,
        random.nextBoolean(),
        1 + random.nextInt(9),
        random.nextInt(2) == 0 ? random.nextInt() : random.nextInt(64) << 20,
        random.nextLong(),
        Math.abs(random.nextGaussian()) * Math.pow(10, random.nextInt(-20, 20)),
        text(),
        IntStream.range(0, random.nextInt(4)).mapToObj(i -> word()).toList());
  }

  /** From 0 up, often round in some unit. */
  private long number() {
    int unit = pick(1, 60, 3_600, 86_400, 1 << 20);
    return (random.nextLong() >>> (2 + random.nextInt(60))) / unit * unit;
  }

  private int pick(int... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private String text() {
    return random
        .ints(random.nextInt(12), 0, 0x250)
        .mapToObj(c -> Character.toString(c == 'b' ? ' ' : c))
        .collect(Collectors.joining());
  }

  private String word() {
    return random
        .ints(1 + random.nextInt(5), 'a', 'z')
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  private static String variable(String key) {
    return key.toUpperCase(Locale.ROOT)
        .replace('-', '_')
        .replaceFirst("\\.", "_")
        .replace(".", "__");
  }

  private static String unquoted(EffectiveSetting setting) {
    return ConfigFactory.parseString("v = " + setting.value()).getString("v");
  }

  private static String printed(String... lines) {
    return "logsink.seed=%d%n%s".formatted(SEED, String.join("\n", lines));
  }
}
