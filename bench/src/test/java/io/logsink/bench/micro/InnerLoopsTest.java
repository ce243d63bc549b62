package io.logsink.bench.micro;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class InnerLoopsTest {
  @Test
  void matchesSomeRecordsAndNotAll() {
    InnerLoops loops = new InnerLoops();
    loops.makeRecords();

    assertThat(loops.matchContains())
        .isEqualTo(74)
        .isEqualTo(loops.matchWords())
        .isEqualTo(loops.matchPattern());
    assertThat(loops.matchGlob()).isEqualTo(102);
  }
}
