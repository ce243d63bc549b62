package io.logsink.api.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.api.record.LogBody;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Source;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class PageBuilderTest {
  private static LogEntry entry(long sequence, int bodyBytes) {
    LogBody body = LogBody.unsafeWrap(new byte[bodyBytes]);
    return new LogEntry(sequence, LogRecord.of(Instant.EPOCH, Source.of("rpc"), body));
  }

  @Test
  void endsAtTheLimit() {
    PageBuilder page = new PageBuilder(LogQuery.oldest(2));
    assertThat(page.offer(entry(5, 1))).isTrue();
    assertThat(page.offer(entry(6, 1))).isFalse();

    LogPage built = page.build(new Cursor(99));
    assertThat(built.entries()).hasSize(2);
    assertThat(built.cursor()).isEqualTo(new Cursor(6));
    assertThat(built.more()).isTrue();
  }

  @Test
  void endsWhenItHasManyBytesButHasOneEntryAtLeast() {
    PageBuilder page = new PageBuilder(LogQuery.oldest(100));
    assertThat(page.offer(entry(1, (int) LogPage.MAX_BODY_BYTES))).isFalse();
    assertThat(page.build(new Cursor(99)).entries()).hasSize(1);
  }

  @Test
  void endsAfterABoundedAmountOfLooking() {
    PageBuilder page = new PageBuilder(LogQuery.oldest(1).where(LogFilter.words("never")));
    LogEntry entry = entry(7, 0);
    int offered = 1;
    while (page.offer(entry)) {
      offered++;
    }
    LogPage built = page.build(new Cursor(99));
    assertThat(offered).isEqualTo(PageBuilder.MAX_EXAMINED_COUNT);
    assertThat(built.entries()).isEmpty();
    assertThat(built.more()).isTrue();
    assertThat(built.cursor()).isEqualTo(new Cursor(7));
  }

  @Test
  void isTheLastOneWhenItIsNotFull() {
    PageBuilder page = new PageBuilder(LogQuery.oldest(2));
    page.offer(entry(5, 1));

    LogPage built = page.build(new Cursor(99));
    assertThat(built.more()).isFalse();
    assertThat(built.cursor()).isEqualTo(new Cursor(99));
  }
}
