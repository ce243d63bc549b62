package io.logsink.rotfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.api.record.EpochNanos;
import io.logsink.api.record.Severity;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class LinePrefixTest {
  private static final long SEED = Long.getLong("logsink.seed", System.nanoTime());

  private final LinePrefix prefix = new LinePrefix();

  private String of(long nanos, Severity severity) {
    byte[] target = new byte[LinePrefix.BYTES + 2];
    prefix.write(nanos, severity, target, 1);
    assertThat(target[0]).isZero();
    assertThat(target[target.length - 1]).isZero();
    return new String(target, 1, LinePrefix.BYTES, StandardCharsets.US_ASCII);
  }

  @Test
  void isOfOneLengthForEverySeverity() {
    assertThat(of(0, Severity.INFO)).isEqualTo("1970-01-01T00:00:00.000000000Z INFO   ");
    assertThat(of(0, Severity.FATAL4)).isEqualTo("1970-01-01T00:00:00.000000000Z FATAL4 ");
  }

  @Test
  void reachesFromTheFirstToTheLastInstant() {
    assertThat(of(Long.MIN_VALUE, Severity.WARN))
        .isEqualTo("1677-09-21T00:12:43.145224192Z WARN   ");
    assertThat(of(-1, Severity.WARN)).isEqualTo("1969-12-31T23:59:59.999999999Z WARN   ");
    assertThat(of(Long.MAX_VALUE, Severity.WARN))
        .isEqualTo("2262-04-11T23:47:16.854775807Z WARN   ");
  }

  @Test
  void saysTheTimeAsJavaDoes() {
    Random random = new Random(SEED);
    for (int i = 0; i < 10_000; i++) {
      long nanos = random.nextLong();
      String expected = EpochNanos.toInstant(nanos).toString();
      String seconds = expected.substring(0, 19);
      assertThat(of(nanos, Severity.DEBUG))
          .as("-Dlogsink.seed=%d", SEED)
          .isEqualTo("%s.%09dZ DEBUG  ".formatted(seconds, Math.floorMod(nanos, 1_000_000_000L)));
    }
  }
}
