package io.logsink.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.api.record.LogRecord;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class QuestionsTest {
  @Test
  void asksForTheSourcesWithTheMostAndTheFewestRecords() {
    List<Question> questions = Questions.about(Records.many(900));

    assertThat(question(questions, Metric.NEWEST_BUSY).about()).isEqualTo("busy");
    assertThat(question(questions, Metric.NEWEST_BUSY).answer()).hasSize(Question.LIMIT);
    assertThat(question(questions, Metric.NEWEST_QUIET).about()).isEqualTo("quiet");
    assertThat(question(questions, Metric.NEWEST_QUIET).answer())
        .containsExactly(Records.of("quiet", "common line 300"));
  }

  @Test
  void answersAreNewestFirst() {
    Question busy = question(Questions.about(Records.many(900)), Metric.NEWEST_BUSY);

    assertThat(busy.answer().getFirst()).isEqualTo(Records.of("busy", "common line 899"));
    assertThat(busy.answer().getLast()).isEqualTo(Records.of("busy", "common line 700"));
  }

  @Test
  void asksForTheCommonestWordAndForARareOneNearTheMiddle() {
    List<LogRecord> records = new ArrayList<>(Records.many(100));
    records.set(3, Records.of("busy", "early bird"));
    records.set(48, Records.of("busy", "needle 42"));
    List<Question> questions = Questions.about(records);

    assertThat(question(questions, Metric.WORD_RARE).about()).isEqualTo("needle");
    assertThat(question(questions, Metric.WORD_RARE).answer()).containsExactly(records.get(48));
    assertThat(question(questions, Metric.WORD_COMMON).about()).isEqualTo("line");
  }

  @Test
  void asksForNothingThatIsNotThere() {
    assertThat(Questions.about(List.of(Records.of("one", "--"))))
        .extracting(Question::metric)
        .containsExactly(Metric.NEWEST_BUSY);
  }

  private static Question question(List<Question> questions, Metric metric) {
    return questions.stream().filter(one -> one.metric() == metric).findFirst().orElseThrow();
  }
}
