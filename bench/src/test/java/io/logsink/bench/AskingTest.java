package io.logsink.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.logsink.api.BackendConfig;
import io.logsink.api.LogSink;
import io.logsink.api.record.LogBatch;
import io.logsink.api.record.LogRecord;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AskingTest {
  private static final List<LogRecord> RECORDS = Records.many(1_000);

  @Test
  void timesEachQuestion() throws Exception {
    assertThat(ask(ListBackend.honest("list")))
        .containsOnlyKeys(Metric.NEWEST_BUSY, Metric.NEWEST_QUIET, Metric.WORD_COMMON)
        .allSatisfy((metric, nanos) -> assertThat(nanos).isPositive());
  }

  @Test
  void anAnswerThatLacksAHitFails() {
    ListBackend forgetful = ListBackend.faulty("list", entries -> entries.subList(0, 999));

    assertThatThrownBy(() -> ask(forgetful))
        .hasMessage("the answer to \"busy\" has 200 records and is not the 200 that match");
  }

  @Test
  void anAnswerInTheWrongOrderFails() {
    ListBackend reversed = ListBackend.faulty("list", List::reversed);

    assertThatThrownBy(() -> ask(reversed)).isInstanceOf(DifferenceException.class);
  }

  private static Map<Metric, Double> ask(ListBackend backend) throws Exception {
    try (LogSink sink = backend.open(BackendConfig.owner(backend.defaultSettings()))) {
      LogBatch batch = LogBatch.of(RECORDS);
      Appended appended = new Appended(1);
      appended.add(batch, sink.append(batch));
      return new Asking(sink, appended, 0).medians(Questions.about(RECORDS));
    }
  }
}
