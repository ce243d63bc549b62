package io.logsink.rotfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.api.record.Source;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class FileNamesTest {
  private static String of(String source) {
    return FileNames.of(Source.of(source));
  }

  @Test
  void plainNamesStandForThemselves() {
    assertThat(of("sysmon")).isEqualTo("sysmon");
    assertThat(of("web-1_a.b")).isEqualTo("web-1_a.b");
  }

  @Test
  void everythingElseIsItsBytesInHexadecimal() {
    assertThat(of("pty:web")).isEqualTo("pty%3Aweb");
    assertThat(of("../etc")).isEqualTo("%2E.%2Fetc");
    assertThat(of("-rf")).isEqualTo("%2Drf");
    assertThat(of("Web")).isEqualTo("%57eb");
    assertThat(of("é")).isEqualTo("%C3%A9");
    assertThat(of("a%2Fb")).isEqualTo("a%252%46b");
  }

  @Test
  void longNamesAreCutAndStayDifferent() {
    List<String> names =
        List.of(
            "x".repeat(255),
            "x".repeat(254) + "y",
            "é".repeat(127),
            "é".repeat(126) + "è",
            "X".repeat(255),
            "x".repeat(180));
    Set<String> files = new HashSet<>();
    for (String name : names) {
      String file = of(name) + FileNames.SEALED;
      assertThat(file.length()).isLessThanOrEqualTo(255);
      files.add(file.toLowerCase(Locale.ROOT));
    }
    assertThat(files).hasSameSizeAs(names);
  }
}
