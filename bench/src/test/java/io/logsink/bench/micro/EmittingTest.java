package io.logsink.bench.micro;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

final class EmittingTest {
  @Test
  void everyTargetRuns() throws Exception {
    Options options =
        new OptionsBuilder()
            .include(Emitting.class.getSimpleName())
            .mode(Mode.SampleTime)
            .forks(0)
            .warmupIterations(0)
            .measurementIterations(1)
            .measurementTime(TimeValue.milliseconds(20))
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT)
            .build();

    assertThat(new Runner(options).run())
        .extracting(result -> result.getParams().getParam("target"))
        .hasSize(6)
        .doesNotHaveDuplicates();
  }

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
