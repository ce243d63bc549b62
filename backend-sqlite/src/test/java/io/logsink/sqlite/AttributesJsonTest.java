package io.logsink.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.logsink.api.record.AttributeValue;
import io.logsink.api.record.Attributes;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AttributesJsonTest {
  private static final Attributes ALL =
      Attributes.of(
          Map.ofEntries(
              Map.entry("text", AttributeValue.of("a \"quoted\" \\ \n \u0000 é 𝒳")),
              Map.entry("empty", AttributeValue.of("")),
              Map.entry("yes", AttributeValue.of(true)),
              Map.entry("no", AttributeValue.of(false)),
              Map.entry("least", AttributeValue.of(Long.MIN_VALUE)),
              Map.entry("whole", AttributeValue.of(1.0)),
              Map.entry("tiny", AttributeValue.of(Double.MIN_VALUE)),
              Map.entry("minus", AttributeValue.of(-0.0)),
              Map.entry("nan", AttributeValue.of(Double.NaN)),
              Map.entry("infinite", AttributeValue.of(Double.NEGATIVE_INFINITY)),
              Map.entry("bytes", AttributeValue.of(new byte[] {0, -1})),
              Map.entry("a \" key", AttributeValue.of(new byte[0]))));

  @Test
  void comeBackWithTheirTypes() {
    assertThat(AttributesJson.decode(AttributesJson.encode(ALL))).isEqualTo(ALL);
  }

  @Test
  void areJsonThatPeopleExpect() {
    Attributes some =
        Attributes.of(
            Map.of(
                "n",
                AttributeValue.of(7L),
                "s",
                AttributeValue.of("x"),
                "t",
                AttributeValue.of(true)));
    assertThat(AttributesJson.encode(some)).isEqualTo("{\"n\":7,\"s\":\"x\",\"t\":true}");
    assertThat(AttributesJson.encode(Attributes.EMPTY)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{}",
        "{\"a\":1",
        "{\"a\":1}x",
        "{\"a\":{\"b\":\"c\"}}",
        "{\"a\":}",
        "[1]"
      })
  void refuseEverythingElse(String json) {
    assertThatIllegalArgumentException().isThrownBy(() -> AttributesJson.decode(json));
  }
}
