package io.logsink.bench.micro;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

final class InnerLoopsTest {
  @Test
  void everyBenchmarkRuns() throws Exception {
    Options options =
        new OptionsBuilder()
            .include(InnerLoops.class.getSimpleName())
            .forks(0)
            .warmupIterations(0)
            .measurementIterations(1)
            .measurementTime(TimeValue.milliseconds(5))
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT)
            .build();

    assertThat(new Runner(options).run())
        .extracting(result -> result.getPrimaryResult().getLabel())
        .containsExactlyInAnyOrder("tokens", "encode", "decode", "matchWords", "matchContains");
  }

  @Test
  void matchesSomeRecordsAndNotAll() {
    InnerLoops loops = new InnerLoops();
    loops.makeRecords();

    assertThat(loops.matchContains()).isEqualTo(74).isEqualTo(loops.matchWords());
  }
}
