package io.logsink.api.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RecordTypesTest {
  @ParameterizedTest
  @CsvSource({
    "rpc,rpc,true",
    "rpc,rpcs,false",
    "*,pty:web,true",
    "pty:*,pty:web,true",
    "pty:*,pty:,true",
    "pty:*,rpc,false",
    "*:w?b,pty:web,true",
    "*a*b*c,aXbXbYc,true",
    "*a*b*c,aXbXbYcZ,false",
    "w?b,wb,false",
  })
  void globs(String pattern, String name, boolean matches) {
    assertThat(SourceGlob.of(pattern).matches(Source.of(name))).isEqualTo(matches);
  }

  @Test
  void aHostileGlobIsQuick() {
    String name = "a".repeat(255);
    assertThat(SourceGlob.of("*a".repeat(100) + "b").matches(Source.of(name))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"pty:web,pty", "rpc,rpc", "a:b:c,a", ":x,''"})
  void theKindIsBeforeTheColon(String name, String kind) {
    assertThat(Source.of(name).kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a\nb", "a\u0000", "\u0085", "\ud800"})
  void sourceNamesThatCannotBe(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Source.of(name))
        .withMessageContaining("source name");
  }

  @Test
  void sourceNamesHaveAtMost255Bytes() {
    assertThat(Source.of("é".repeat(127)).name()).hasSize(127);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Source.of("é".repeat(128)))
        .withMessageContaining("256");
  }

  @Test
  void bodiesKeepTheirBytesAndShareNone() {
    byte[] bytes = {0, (byte) 0xff, '\r'};
    LogBody body = LogBody.of(bytes);
    bytes[0] = 1;
    body.toByteArray()[1] = 1;
    assertThat(body.toByteArray()).containsExactly(0, 0xff, '\r');
    assertThat(body.text()).isEqualTo("\u0000\ufffd\r");
  }

  @Test
  void bodiesHaveALargestSize() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LogBody.unsafeWrap(new byte[LogBody.MAX_BYTES + 1]))
        .withMessageContaining("16777217");
  }

  @Test
  void attributesAreEqualByValueAndKeptInKeyOrder() {
    Attributes a =
        Attributes.of(
            Map.of("b", AttributeValue.of(new byte[] {1}), "a", AttributeValue.of(Double.NaN)));
    Attributes b =
        Attributes.of(
            Map.of("a", AttributeValue.of(Double.NaN), "b", AttributeValue.of(new byte[] {1})));
    assertThat(a).isEqualTo(b).hasSameHashCodeAs(b);
    assertThat(a.asMap().keySet()).containsExactly("a", "b");
    assertThat(AttributeValue.of(0.0)).isNotEqualTo(AttributeValue.of(-0.0));
  }

  @Test
  void attributesThatUtf8CannotCarryAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AttributeValue.of("a\udc00"))
        .withMessageContaining("index 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Attributes.of("", AttributeValue.of(true)));
  }

  @Test
  void batchesHaveOneRecordAtLeastAndABoundOfBytes() {
    assertThatIllegalArgumentException().isThrownBy(LogBatch::of);
    LogRecord large =
        LogRecord.of(
            Instant.EPOCH, Source.of("rpc"), LogBody.unsafeWrap(new byte[LogBody.MAX_BYTES]));
    assertThat(LogBatch.of(Collections.nCopies(4, large)).bodyBytes())
        .isEqualTo(LogBatch.MAX_BODY_BYTES);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LogBatch.of(Collections.nCopies(5, large)))
        .withMessageContaining("fewer records");
  }

  @Test
  void timesReachFrom1677To2262() {
    assertThat(EpochNanos.of(EpochNanos.toInstant(Long.MIN_VALUE))).isEqualTo(Long.MIN_VALUE);
    assertThat(EpochNanos.of(EpochNanos.toInstant(Long.MAX_VALUE))).isEqualTo(Long.MAX_VALUE);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EpochNanos.of(EpochNanos.toInstant(Long.MAX_VALUE).plusNanos(1)));
  }

  @Test
  void severitiesHaveTheNumbersOfOpenTelemetry() {
    assertThat(Severity.TRACE.number()).isEqualTo(1);
    assertThat(Severity.INFO.number()).isEqualTo(9);
    assertThat(Severity.WARN.number()).isEqualTo(13);
    assertThat(Severity.FATAL4.number()).isEqualTo(24);
    assertThat(Severity.ofNumber(17)).isEqualTo(Severity.ERROR);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Severity.ofNumber(0))
        .withMessageContaining("1 to 24");
  }
}
