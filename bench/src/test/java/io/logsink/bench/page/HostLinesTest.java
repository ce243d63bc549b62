package io.logsink.bench.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.bench.host.HostLoad;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class HostLinesTest {
  private static final Optional<HostLoad> QUIET = load(0.15);
  private static final Optional<HostLoad> BUSY = load(0.5);

  @Test
  void saysWhatIsKnown() {
    assertThat(HostLines.of(Optional.empty(), BUSY))
        .containsExactly(
            "meanwhile: others took 50.0 % of the processors, the host of this machine 0.0 %;"
                + " something waited for one 12.5 % of the time");
    assertThat(HostLines.of(QUIET, Optional.empty()))
        .singleElement()
        .asString()
        .startsWith("before: ");
    assertThat(HostLines.of(Optional.empty(), Optional.empty())).isEmpty();
  }

  @Test
  void warnsOfABusyHost() {
    assertThat(HostLines.warning(QUIET, 2)).isEmpty();
    assertThat(HostLines.warning(Optional.empty(), 2)).isEmpty();
    assertThat(HostLines.warning(BUSY, 2))
        .contains(
            "the host was busy, and a quiet one may hold more: other processes take 50 % of its"
                + " processors (15 % at most)");
  }

  private static Optional<HostLoad> load(double foreign) {
    return Optional.of(new HostLoad(foreign, 0, OptionalDouble.of(0.125), OptionalDouble.empty()));
  }
}
