package io.logsink.bench.micro;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EmittingTest {
  /** What is measured is the way of a record through, and not one that ends early. */
  @ParameterizedTest
  @ValueSource(strings = {"logsink", "log4j2", "logback"})
  void whatIsEmittedComesOut(String name) throws Exception {
    EmitTarget target =
        switch (name) {
          case "logsink" -> new PipelineTarget(true);
          case "log4j2" -> new Log4jTarget(true);
          default -> new LogbackTarget(true);
        };
    Runnable producer = target.producer("producer");

    IntStream.range(0, 1_000).forEach(_ -> producer.run());

    assertThat(target.close()).isEqualTo(1_000);
  }
}
