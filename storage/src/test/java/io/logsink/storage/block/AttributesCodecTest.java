package io.logsink.storage.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.logsink.api.record.AttributeValue;
import io.logsink.api.record.Attributes;
import io.logsink.api.record.LogRecord;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class AttributesCodecTest {
  private static final long SEED = Long.getLong("logsink.seed", new Random().nextLong());

  @Test
  void givesBackRandomAttributes() throws Exception {
    for (LogRecord record : new RandomRecords(SEED).next(1_000)) {
      assertThat(AttributesCodec.decode(AttributesCodec.encode(record.attributes())))
          .as("logsink.seed=%d", SEED)
          .isEqualTo(record.attributes());
    }
  }

  @Test
  void noAttributesAreOneByte() throws Exception {
    assertThat(AttributesCodec.encode(Attributes.EMPTY)).containsExactly(0);
    assertThat(AttributesCodec.decode(new byte[] {0})).isSameAs(Attributes.EMPTY);
  }

  @Test
  void everyTruncationIsFound() {
    byte[] bytes = AttributesCodec.encode(Attributes.of("key", AttributeValue.of(1.5)));

    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatExceptionOfType(DamagedBlockException.class)
          .as("length %d", length)
          .isThrownBy(() -> AttributesCodec.decode(cut));
    }
  }

  @Test
  void bytesThatFollowAreFound() {
    assertThatExceptionOfType(DamagedBlockException.class)
        .isThrownBy(() -> AttributesCodec.decode(new byte[] {0, 0}))
        .withMessage("1 bytes follow the end of the attributes");
  }

  @Test
  void aTypeThatIsNotKnownIsNamed() {
    assertThatExceptionOfType(DamagedBlockException.class)
        .isThrownBy(() -> AttributesCodec.decode(new byte[] {1, 1, 'k', 9}))
        .withMessageContaining("type 9");
  }
}
