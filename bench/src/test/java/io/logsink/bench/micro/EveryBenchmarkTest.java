package io.logsink.bench.micro;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs every benchmark that there is for a moment, with each of its parameters. */
final class EveryBenchmarkTest {
  private static final OutputFormat SILENT =
      OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT);

  @Test
  void runs() throws Exception {
    Options options =
        new OptionsBuilder()
            .mode(Mode.SampleTime)
            .forks(0)
            .warmupIterations(0)
            .measurementIterations(1)
            .measurementTime(TimeValue.milliseconds(50))
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT)
            .build();

    Collection<RunResult> results = new Runner(options).run();

    assertThat(results.stream().map(result -> result.getParams().getBenchmark()))
        .containsAll(all())
        .allSatisfy(name -> assertThat(all()).contains(name));
    assertThat(results)
        .allSatisfy(result ->
            assertThat(result.getPrimaryResult().getStatistics().getN())
                .as("%s", result.getParams())
                .isPositive());
  }

  /** Those of the main classes and those of the tests, by the lists that JMH makes of them. */
  private static Set<String> all() {
    return BenchmarkList.defaultList().getAll(SILENT, List.of()).stream()
        .map(BenchmarkListEntry::getUsername)
        .collect(Collectors.toSet());
  }

  @Test
  void areFoundInMainClassesAndInTests() {
    String home = Appends.class.getPackageName() + ".";

    assertThat(all())
        .contains(home + "Appends.append", home + "Reads.word", home + "InnerLoops.encode")
        .contains(home + "Emitting.emit");
  }
}
