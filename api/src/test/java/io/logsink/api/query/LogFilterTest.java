package io.logsink.api.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.logsink.api.record.AttributeValue;
import io.logsink.api.record.Attributes;
import io.logsink.api.record.LogBody;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Severity;
import io.logsink.api.record.Source;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class LogFilterTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  private static LogRecord record(String body) {
    return LogRecord.of(NOON, Source.of("pty:web"), LogBody.of(body));
  }

  private static boolean matches(LogFilter filter, LogRecord record) {
    return filter.predicate().test(record);
  }

  @Test
  void timeTakesItsStartAndLeavesItsEnd() {
    LogRecord record = record("x");
    assertThat(matches(LogFilter.time(NOON, NOON.plusNanos(1)), record)).isTrue();
    assertThat(matches(LogFilter.time(NOON.minusNanos(1), NOON), record)).isFalse();
    assertThat(matches(LogFilter.since(NOON), record)).isTrue();
    assertThat(matches(LogFilter.since(NOON.plusNanos(1)), record)).isFalse();
    assertThat(matches(LogFilter.before(NOON), record)).isFalse();
  }

  @Test
  void wordsAreWholeTokens() {
    LogRecord record = record("Connection refused by db_1");
    assertThat(matches(LogFilter.words("REFUSED connection"), record)).isTrue();
    assertThat(matches(LogFilter.words("db_1"), record)).isTrue();
    assertThat(matches(LogFilter.words("db"), record)).isFalse();
    assertThat(matches(LogFilter.words("connect"), record)).isFalse();
  }

  @Test
  void containsIsAnyRunOfBytes() {
    LogRecord record = record("Connection refused");
    assertThat(matches(LogFilter.contains("tion ref"), record)).isTrue();
    assertThat(matches(LogFilter.contains("refused!"), record)).isFalse();
    assertThat(matches(LogFilter.contains(""), record)).isTrue();
    assertThat(matches(LogFilter.contains("Connection refused "), record)).isFalse();
  }

  @Test
  void containsFindsWhatTheJdkFinds() {
    long seed = Long.getLong("logsink.seed", System.nanoTime());
    Random random = new Random(seed);
    for (int round = 0; round < 20_000; round++) {
      String text = randomText(random, 30);
      String part = randomText(random, 4);
      assertThat(matches(LogFilter.contains(part), record(text)))
          .as("-Dlogsink.seed=%d: \"%s\" in \"%s\"", seed, part, text)
          .isEqualTo(text.contains(part));
    }
  }

  private static String randomText(Random random, int most) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      text.append("ab".charAt(random.nextInt(2)));
    }
    return text.toString();
  }

  @Test
  void anAttributeEqualsOnlyAValueOfItsType() {
    LogRecord record = record("x").withAttributes(Attributes.of("n", AttributeValue.of(1L)));
    assertThat(matches(LogFilter.attribute("n", AttributeValue.of(1L)), record)).isTrue();
    assertThat(matches(LogFilter.attribute("n", AttributeValue.of(1.0)), record)).isFalse();
    assertThat(matches(LogFilter.attribute("n", AttributeValue.of("1")), record)).isFalse();
    assertThat(matches(LogFilter.attribute("m", AttributeValue.of(1L)), record)).isFalse();
  }

  @Test
  void refusesWhatIsNoWord() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LogFilter.Words(List.of("two words")))
        .withMessageContaining("\"two words\"");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LogFilter.Words(List.of("Upper")))
        .withMessageContaining("case folded");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LogFilter.words("--"))
        .withMessage("a filter needs at least one word");
  }

  /** What lets a backend skip: no record that matches may lie outside the bounds. */
  @Test
  void everyMatchLiesInsideTheBounds() {
    long seed = Long.getLong("logsink.seed", System.nanoTime());
    Random random = new Random(seed);
    int matchCount = 0;
    for (int round = 0; round < 20_000; round++) {
      LogFilter filter = randomFilter(random, 3);
      LogRecord record = randomRecord(random);
      if (matches(filter, record)) {
        matchCount++;
        assertInside(filter.bounds(), record, "-Dlogsink.seed=" + seed + ": " + filter);
      }
    }
    assertThat(matchCount).isGreaterThan(1_000);
  }

  private static void assertInside(FilterBounds bounds, LogRecord record, String how) {
    long nanos = record.timestampNanos();
    assertThat(bounds.isEmpty()).as(how).isFalse();
    assertThat(bounds.admitsTimes(nanos, nanos)).as(how).isTrue();
    assertThat(bounds.admitsSeverity(record.severity())).as(how).isTrue();
    assertThat(bounds.admits(record.source())).as(how).isTrue();
    assertThat(Tokens.of(record.body().text())).as(how).containsAll(bounds.words());
  }

  private static LogRecord randomRecord(Random random) {
    LogRecord record =
        LogRecord.of(
            NOON.plusSeconds(random.nextInt(4)),
            Source.of(random.nextBoolean() ? "rpc" : "pty:web"),
            LogBody.of(random.nextBoolean() ? "one two" : "two three"));
    return record.withSeverity(Severity.ofNumber(1 + random.nextInt(24)));
  }

  private static LogFilter randomFilter(Random random, int depth) {
    return switch (random.nextInt(depth == 0 ? 5 : 8)) {
      case 0 -> LogFilter.all();
      case 1 -> LogFilter.since(NOON.plusSeconds(random.nextInt(4)));
      case 2 -> LogFilter.sources(random.nextBoolean() ? "r*" : "pty:*");
      case 3 -> LogFilter.minSeverity(Severity.ofNumber(1 + random.nextInt(24)));
      case 4 -> LogFilter.words(random.nextBoolean() ? "two" : "three");
      case 5 -> LogFilter.and(randomFilter(random, depth - 1), randomFilter(random, depth - 1));
      case 6 -> LogFilter.or(randomFilter(random, depth - 1), randomFilter(random, depth - 1));
      default -> LogFilter.not(randomFilter(random, depth - 1));
    };
  }

  @Test
  void boundsSaySomethingWhereTheyCan() {
    FilterBounds bounds =
        LogFilter.and(
                LogFilter.sources("rpc"),
                LogFilter.minSeverity(Severity.WARN),
                LogFilter.words("disk full"))
            .bounds();
    assertThat(bounds.admits(Source.of("pty:web"))).isFalse();
    assertThat(bounds.admitsSeverity(Severity.INFO)).isFalse();
    assertThat(bounds.words()).containsExactlyInAnyOrder("disk", "full");
    assertThat(
            Stream.of(LogFilter.time(NOON, NOON))
                .map(LogFilter::bounds)
                .allMatch(FilterBounds::isEmpty))
        .isTrue();
  }
}
