package io.logsink.bench.lines;

import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.api.record.LogBody;
import org.junit.jupiter.api.Test;

final class JvmTagsTest {
  private final JvmTags tags = new JvmTags();

  @Test
  void theFirstTagIsTheSource() {
    assertThat(source("[0.012s][debug][gc,heap       ] Heap before GC")).isEqualTo("jvm:gc");
    assertThat(source("[12.012s][info ][safepoint] [x][y]")).isEqualTo("jvm:safepoint");
  }

  @Test
  void aLineWithoutTagsBelongsToTheOneBefore() {
    assertThat(source("openjdk version")).isEqualTo("jvm:start");
    source("[0.1s][debug][jit,compilation] 1");

    assertThat(source("  more of it")).isEqualTo("jvm:jit");
    assertThat(source("")).isEqualTo("jvm:jit");
  }

  private String source(String line) {
    return tags.apply(LogBody.of(line)).name();
  }
}
