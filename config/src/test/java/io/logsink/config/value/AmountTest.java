package io.logsink.config.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AmountTest {
  private static final long SEED = Long.getLong("logsink.seed", new Random().nextLong());

  @ParameterizedTest
  @CsvSource({
    "250ms, 250000000",
    "30s, 30000000000",
    "1.5h, 5400000000000",
    "6 h, 21600000000000",
    "7d, 604800000000000",
    "1us, 1000",
    "3ns, 3",
    "2M, 120000000000",
    "0s, 0",
    "-1s, -1000000000",
  })
  void readsTimes(String text, BigInteger nanos) {
    assertThat(Amount.TIME.read(text)).isEqualTo(nanos);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "4096, 4096",
    "12B, 12",
    "1KiB, 1024",
    "64MiB, 67108864",
    "1.5GiB, 1610612736",
    "1TiB, 1099511627776",
    "2kB, 2000",
    "2GB, 2000000000",
    "1 tb, 1000000000000",
  })
  void readsSizes(String text, BigInteger bytes) {
    assertThat(Amount.SIZE.read(text)).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "30", "s", "1.5ns", "1e3s", "1s2ms", "1 week", "+1s", "0x1s", "1.s"})
  void refusesWhatIsNoTime(String text) {
    assertThat(Amount.TIME.read(text)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "MiB", "1.5", "0.3KiB", "64M", "64k", "1e6", "1 PiB", "1_000"})
  void refusesWhatIsNoSize(String text) {
    assertThat(Amount.SIZE.read(text)).isNull();
  }

  @Test
  void writesTheLargestUnitThatFits() {
    assertThat(Amount.TIME.write(new BigInteger("129600000000000"))).isEqualTo("36h");
    assertThat(Amount.TIME.write(new BigInteger("1500000000"))).isEqualTo("1500ms");
    assertThat(Amount.TIME.write(BigInteger.ZERO)).isEqualTo("0s");
    assertThat(Amount.SIZE.write(new BigInteger("3221225472"))).isEqualTo("3GiB");
    assertThat(Amount.SIZE.write(new BigInteger("2000000000"))).isEqualTo("1953125KiB");
    assertThat(Amount.SIZE.write(BigInteger.ZERO)).isEqualTo("0");
  }

  @Test
  void readsWhatItWrote() {
    Random random = new Random(SEED);
    for (int round = 0; round < 2_000; round++) {
      BigInteger amount = BigInteger.valueOf(random.nextLong() >> random.nextInt(64));
      BigInteger round10 = amount.multiply(BigInteger.TEN.pow(random.nextInt(12)));
      for (Amount kind : new Amount[] {Amount.TIME, Amount.SIZE}) {
        assertThat(kind.read(kind.write(round10))).as("logsink.seed=%d", SEED).isEqualTo(round10);
      }
    }
  }
}
