package io.logsink.regex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.logsink.api.query.LinePattern;
import io.logsink.api.query.LogFilter;
import io.logsink.api.record.LogBody;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Source;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class Re2EngineTest {
  private static final String HUNDRED_KIB = "a".repeat(100 * 1024);

  @Test
  void isTheOneThatTheApiFinds() {
    assertThat(LinePattern.compile("err(or)?").find("an error")).isTrue();
    assertThat(LinePattern.compile("^err").find("an error")).isFalse();
  }

  @Test
  void decidesAFilterOverTheDecodedBody() {
    var record = LogRecord.of(Instant.EPOCH, Source.of("rpc"), LogBody.of("größe=17 ok"));

    assertThat(LogFilter.matches("größe=[0-9]+ ").predicate().test(record)).isTrue();
    assertThat(LogFilter.matches("größe=[a-z]").predicate().test(record)).isFalse();
  }

  /** An engine that backtracks would need longer than the universe has, or overflow its stack. */
  @ParameterizedTest
  @CsvSource({"(a+)+$,false", "(a|aa)*b,false", "(.*)*x,false", "(a+)+!$,true", "(a|aa)*!,true"})
  @Timeout(60)
  void answersHostilePatternsOverHundredKib(String pattern, boolean found) {
    assertThat(LinePattern.compile(pattern).find(HUNDRED_KIB + "!")).isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource({
    "(a)\\1,invalid escape sequence",
    "a(b,missing closing )",
    "a(?=b),invalid or unsupported Perl syntax",
    "a**,invalid nested repetition operator",
    "[z-a],invalid character class range",
    "x{1001},invalid repeat count",
  })
  void refusesWhatIsNotRe2WithThePatternAndTheReason(String pattern, String reason) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LinePattern.compile(pattern))
        .withMessageContaining("\"" + pattern + "\"")
        .withMessageContaining(reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "((a{1000}){1000}){1000}",
        "((a{100}){100}){100}",
        "([a-z]{1000,}){1000}",
        "(?:(?:[]a]{0,999}){999})",
        "((\\x{61}{1000}){1000}",
      })
  void refusesWhatWouldBecomeTooBig(String pattern) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LinePattern.compile(pattern))
        .withMessageContaining(pattern)
        .withMessageContaining("too big");
  }

  @Test
  void refusesTooManyGroupsInsideEachOther() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LinePattern.compile("(".repeat(100_000) + "a" + ")".repeat(100_000)))
        .withMessageContaining("groups inside each other");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a{1000}",
        "(?:[0-9]{1,3}\\.){3}[0-9]{1,3}",
        "\\x{10FFFF}\\x{10FFFF}\\p{Greek}{2}",
        "\\Qa{1000}b{1000}\\E{3}",
        "[[:alpha:]{1000}]{1000}",
        "{a}{1,2,3}",
        "(((((((((((((((((((a)))))))))))))))))))",
      })
  void compilesWhatIsOnlyBigToTheEye(String pattern) {
    assertThat(LinePattern.compile(pattern).toString()).isEqualTo(pattern);
  }
}
