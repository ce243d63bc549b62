package io.logsink.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ManifestTest {
  private static final Manifest MANIFEST =
      new Manifest(
          "sqlite",
          3,
          40_001,
          1_040_000,
          10_000,
          9,
          false,
          List.of(
              new WindowEntry(
                  7,
                  WindowState.SEALED,
                  1,
                  2,
                  1024,
                  new WindowSummary(10_001, 30_000, 20_000, -5, 5)),
              WindowEntry.fresh(8, 3)));

  @Test
  void comesBackAsItWasWritten() throws Manifest.MalformedManifestException {
    assertThat(Manifest.decode(MANIFEST.encode())).isEqualTo(MANIFEST);
  }

  @Test
  void isTextThatAPersonCanRead() {
    assertThat(new String(MANIFEST.encode(), StandardCharsets.UTF_8))
        .startsWith(
            """
            logsink-store 1
            backend sqlite 3
            sequence next=40001 reserved=1040000 removed=10000
            closed no
            next-window 9
            window 7 SEALED created=1 written=2 bytes=1024 first=10001 last=30000 count=20000 from=-5 to=5
            """);
  }

  @Test
  void noticesEveryFlippedBitAndEveryCut() {
    byte[] good = MANIFEST.encode();
    for (int bit = 0; bit < good.length * 8; bit++) {
      byte[] bad = good.clone();
      bad[bit / 8] ^= (byte) (1 << (bit % 8));
      assertMalformed(bad);
    }
    for (int length = 0; length < good.length; length++) {
      assertMalformed(java.util.Arrays.copyOf(good, length));
    }
  }

  private static void assertMalformed(byte[] content) {
    assertThatThrownBy(() -> Manifest.decode(content))
        .as(new String(content, StandardCharsets.UTF_8))
        .isInstanceOf(Manifest.MalformedManifestException.class);
  }
}
