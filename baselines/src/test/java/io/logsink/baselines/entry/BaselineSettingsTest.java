package io.logsink.baselines.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.logsink.api.InvalidSettingException;
import io.logsink.baselines.appender.Log4jSettings;
import io.logsink.baselines.appender.LogbackSettings;
import io.logsink.baselines.index.LuceneSettings;
import io.logsink.baselines.keyvalue.MvStoreSettings;
import io.logsink.baselines.keyvalue.RocksSettings;
import io.logsink.baselines.queue.ChronicleSettings;
import io.logsink.baselines.table.SeedSettings;
import io.logsink.bench.Contender;
import io.logsink.bench.SettingsRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class BaselineSettingsTest {
  private static final Path FOLDER = Path.of("logs");

  record Wrong(String field, ThrowingCallable making) {}

  static List<Wrong> wrong() {
    return List.of(
        new Wrong("pattern", () -> new LogbackSettings(FOLDER, "%msg", 1 << 20)),
        new Wrong("pattern", () -> new Log4jSettings(FOLDER, "%d%n", 1 << 20)),
        new Wrong("fileBytes", () -> new LogbackSettings(FOLDER, "%m%n", 65_535)),
        new Wrong("fileBytes", () -> new Log4jSettings(FOLDER, "%m%n", 0)),
        new Wrong("bufferBytes", () -> new LuceneSettings(FOLDER, (1 << 20) - 1)),
        new Wrong("bufferBytes", () -> new LuceneSettings(FOLDER, (1L << 30) + 1)),
        new Wrong("writeBufferBytes", () -> new RocksSettings(FOLDER, false, 1)),
        new Wrong("commitEvery", () -> new MvStoreSettings(FOLDER, Duration.ZERO, false)),
        new Wrong("blockBytes", () -> new ChronicleSettings(FOLDER, 1 << 20)),
        new Wrong("busyMillis", () -> new SeedSettings(FOLDER, -1)));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void aWrongValueIsNamed(Wrong wrong) {
    assertThatExceptionOfType(InvalidSettingException.class)
        .isThrownBy(wrong.making())
        .satisfies(e -> assertThat(e.field()).isEqualTo(wrong.field()));
  }

  @Test
  void eachHasAFolderOfItsOwnByDefault() {
    assertThat(Baselines.all())
        .extracting(Contender::settings)
        .extracting(settings -> new SettingsRecord(settings).value("directory").orElseThrow())
        .doesNotHaveDuplicates()
        .contains(Path.of("logsink-data", "rocksdb"), Path.of("logsink-data", "sqlite-seed"));
  }

  @Test
  void theOtherDefaultsAreThose() {
    String pattern = "%d{ISO8601} %-5level %logger - %msg%n";
    Path data = Path.of("logsink-data");

    assertThat(Baselines.all())
        .extracting(Contender::settings)
        .containsExactlyInAnyOrder(
            new LogbackSettings(data.resolve("logback"), pattern, 64L << 20),
            new Log4jSettings(data.resolve("log4j2"), pattern, 64L << 20),
            new ChronicleSettings(data.resolve("chronicle"), 64L << 20),
            new RocksSettings(data.resolve("rocksdb"), false, 64L << 20),
            new MvStoreSettings(data.resolve("mvstore"), Duration.ofSeconds(1), false),
            new LuceneSettings(data.resolve("lucene"), 16L << 20),
            new SeedSettings(data.resolve("sqlite-seed"), 3_000));
  }
}
