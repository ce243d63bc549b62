package io.logsink.bench.stretch;

import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.api.LogReader;
import io.logsink.api.query.Cursor;
import io.logsink.api.query.LogFilter;
import io.logsink.api.query.LogHistogram;
import io.logsink.api.query.LogPage;
import io.logsink.api.query.LogQuery;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

final class CompetingReaderTest {
  private static final ReaderQuestions QUESTIONS = new ReaderQuestions("pty:web", "seldom");

  @Test
  void theBusiestSourceAndAWordOfOneLineInAHundredAreAskedFor() {
    assertThat(ReaderQuestions.about(Lines.many(1_000))).isEqualTo(QUESTIONS);
  }

  @Test
  void asksForTheSourceAndTheWordInTurnUntilItIsClosed() throws Exception {
    Asked asked = new Asked(5, false);
    CompetingReader reader = new CompetingReader(asked, QUESTIONS, Duration.ofNanos(1));
    asked.enough.await();
    reader.close();
    int count = asked.queries.size();

    assertThat(asked.queries.get(0).filter()).isEqualTo(LogFilter.sources("pty:web"));
    assertThat(asked.queries.get(1).filter()).isEqualTo(LogFilter.words("seldom"));
    assertThat(asked.queries.get(2)).isEqualTo(asked.queries.get(0));
    assertThat(reader.figures())
        .containsEntry(Measure.READER_COUNT, (double) count)
        .containsEntry(Measure.READER_FAILED, 0.0)
        .containsKey(Measure.READER_P99);
  }

  @Test
  void whatFailedIsNoAnswer() throws Exception {
    Asked asked = new Asked(3, true);
    CompetingReader reader = new CompetingReader(asked, QUESTIONS, Duration.ofNanos(1));
    asked.enough.await();
    reader.close();

    assertThat(reader.figures())
        .containsEntry(Measure.READER_FAILED, (double) asked.queries.size())
        .doesNotContainKey(Measure.READER_P99);
  }

  /** Remembers what it was asked. */
  private static final class Asked implements LogReader {
    private final List<LogQuery> queries = new CopyOnWriteArrayList<>();
    private final CountDownLatch enough;
    private final boolean fails;

    Asked(int enough, boolean fails) {
      this.enough = new CountDownLatch(enough);
      this.fails = fails;
    }

    @Override
    public LogPage read(LogQuery query) {
      queries.add(query);
      enough.countDown();
      if (fails) {
        throw new IllegalStateException("not now");
      }
      return new LogPage(List.of(), new Cursor(0), false, List.of());
    }

    @Override
    public LogHistogram histogram(LogFilter filter, Duration bucket) {
      throw new UnsupportedOperationException("nobody asks for it");
    }
  }
}
