package io.logsink.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class JsonObjectTest {
  @Test
  void writesEachTypeInTheOrderOfTheCalls() {
    JsonObject object =
        new JsonObject()
            .put("text", "a")
            .put("whole", 1L)
            .put("floating", 1.5)
            .put("truth", true)
            .put("inner", new JsonObject().put("x", 1L))
            .put("array", List.of("a", 1, 2.5, true, new JsonObject()))
            .put("none", List.of());

    assertThat(object)
        .hasToString(
            "{\"text\":\"a\",\"whole\":1,\"floating\":1.5,\"truth\":true,\"inner\":{\"x\":1},"
                + "\"array\":[\"a\",1,2.5,true,{}],\"none\":[]}");
  }

  @Test
  void escapesWhatATextMayNotHave() {
    assertThat(new JsonObject().put("a\"", List.of("\\ \n\r\t\u0000\u0085ä")))
        .hasToString("{\"a\\\"\":[\"\\\\ \\n\\r\\t\\u0000\\u0085ä\"]}");
  }
}
