package io.logsink.bench.decide.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.logsink.api.record.Source;
import io.logsink.bench.PipelineSnapshots;
import io.logsink.pipeline.Fate;
import io.logsink.pipeline.PipelineStats.SinkState;
import io.logsink.pipeline.SourceStats;
import io.logsink.pipeline.Tally;
import io.logsink.pipeline.report.StatsTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** With answers as a pipeline's own statistics are written. */
final class StatsProducersTest {
  private static final Instant START = Instant.parse("2026-03-10T12:00:00Z");

  @Test
  void severalAnswersGiveThePeakAndTheMean() throws IOException {
    Producers producers =
        of(at(0, 100, 0, 0), at(1, 100, 0, 0), at(2, 600, 0, 0), at(10, 1_100, 0, 0));

    assertThat(producers.all())
        .containsExactly(new Producer("pty:a", 100, 500, 10, Optional.empty()));
    assertThat(producers.overflowedCount()).isZero();
    assertThat(producers.caveats().getFirst()).contains("for 10 s, in stretches of 3.3 s");
  }

  @Test
  void whatReducersTookDoesNotReachTheStore() throws IOException {
    Producers producers = of(at(0, 0, 0, 0), at(10, 1_000, 400, 30));

    assertThat(producers.all().getFirst().peakRate()).isEqualTo(60, within(1e-9));
    assertThat(producers.overflowedCount()).isEqualTo(30);
  }

  @Test
  void oneAnswerHasItsMeansAndSaysWhatItDoesNotShow() throws IOException {
    String answer = at(0, 600, 0, 5).replace("\"1m\":0.0", "\"1m\":9.0");
    Producers producers = of(answer);

    assertThat(producers.all().getFirst().peakRate()).isEqualTo(9);
    assertThat(producers.all().getFirst().meanRate()).isZero();
    assertThat(producers.overflowedCount()).isZero();
    assertThat(producers.caveats()).hasSize(2).anyMatch(caveat -> caveat.startsWith("5 records"));
  }

  @Test
  void silentSourcesAndThePipelinesOwnAreNoProducers() throws IOException {
    assertThat(of(at(0, 600, 0, 0), at(10, 600, 0, 0)).all()).isEmpty();
    assertThat(of(at(0, 0, 0, 0), at(10, 600, 0, 0)).all())
        .extracting(Producer::source)
        .containsExactly("pty:a");
  }

  @Test
  void takesTheEnvelopeOfJsonRpcToo() throws IOException {
    String first = "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":%s}".formatted(at(0, 0, 0, 0));

    assertThat(of(first, at(10, 600, 0, 0)).all()).hasSize(1);
  }

  @Test
  void refusesWhatIsNoAnswerAndAnswersInWrongOrder() {
    assertThatThrownBy(() -> of("{")).hasMessageStartingWith("answer 0 is not JSON");
    assertThatThrownBy(() -> of("{}")).hasMessage("answer 0 has no field \"sinks\"");
    assertThatThrownBy(() -> of(at(10, 600, 0, 0), at(0, 0, 0, 0)))
        .hasMessageEndingWith("are not of one process in the order they were taken");
    assertThatThrownBy(() -> of(at(0, 600, 0, 0), at(10, 0, 0, 0)))
        .hasMessageEndingWith("are not of one process in the order they were taken");
  }

  private static Producers of(String... answers) throws IOException {
    List<String> names = IntStream.range(0, answers.length).mapToObj(i -> "answer " + i).toList();
    return StatsProducers.of(names, List.of(answers));
  }

  /** Records of ten bytes of one source, and some of the pipeline's own. */
  private static String at(long seconds, long emitted, long coalesced, long overflowed) {
    SourceStats account =
        new SourceStats(
            tally(emitted),
            Map.of(
                Fate.COALESCED, tally(coalesced),
                Fate.OVERFLOWED, tally(overflowed),
                Fate.STORED, tally(emitted - coalesced - overflowed)),
            Tally.ZERO,
            0,
            Duration.ZERO);
    SortedMap<Source, SourceStats> accounts = new TreeMap<>();
    Stream.of("pty:a", "logsink").forEach(name -> accounts.put(Source.of(name), account));
    Map<String, Object> tree =
        StatsTree.of(
            new TreeMap<>(
                Map.of(
                    "sqlite",
                    PipelineSnapshots.of(
                        START.plusSeconds(seconds), accounts, SinkState.WRITING))));
    try {
      return new ObjectMapper().writeValueAsString(tree);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Tally tally(long records) {
    return new Tally(records, 10 * records);
  }
}
