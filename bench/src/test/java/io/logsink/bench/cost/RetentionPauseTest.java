package io.logsink.bench.cost;

import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.bench.Contender;
import io.logsink.bench.floor.FloorBackend;
import io.logsink.bench.stretch.Lines;
import io.logsink.bench.stretch.Measure;
import io.logsink.bench.stretch.Supply;
import io.logsink.sqlite.SqliteBackend;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RetentionPauseTest {
  private final Contender sqlite =
      new Contender("sqlite", new SqliteBackend(), new SqliteBackend().defaultSettings());

  @TempDir private Path folder;

  @Test
  void twoStretchesMeetWhenTheyShareAMoment() {
    Stay drop = new Stay(100, 200);

    assertThat(new Stay(50, 150).meets(drop)).isTrue();
    assertThat(new Stay(120, 130).meets(drop)).isTrue();
    assertThat(new Stay(50, 250).meets(drop)).isTrue();
    assertThat(new Stay(200, 300).meets(drop)).isTrue();
    assertThat(new Stay(201, 300).meets(drop)).isFalse();
    assertThat(new Stay(50, 99).meets(drop)).isFalse();
    assertThat(new Stay(50, 99).nanos()).isEqualTo(49);
  }

  @Test
  void windowsAreDroppedAndTheAppendsThatMetThatStandApart() throws Exception {
    Map<Measure, Double> figures = Map.of();
    for (int i = 1; figures.getOrDefault(Measure.DROPPED, 0.0) == 0; i++) {
      Supply supply = new Supply(Lines.many(3_000), 3_000);
      Path store = folder.resolve("store-" + i);
      figures = RetentionPause.of(sqlite, store, supply, Duration.ofMillis(500L * i));
    }

    assertThat(figures).containsKeys(Measure.DROP_TIME, Measure.CALM_MAX);
    assertThat(figures.get(Measure.DROP_TIME)).isPositive();
  }

  @Test
  void whatHasNoWindowsIsNotConcerned() {
    FloorBackend noop = FloorBackend.noop();

    assertThat(RetentionPause.concerns(sqlite)).isTrue();
    assertThat(RetentionPause.concerns(new Contender("noop", noop, noop.defaultSettings())))
        .isFalse();
  }
}
