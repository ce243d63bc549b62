package io.logsink.bench.stretch;

import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.api.record.LogBatch;
import io.logsink.api.record.LogRecord;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SupplyTest {
  @Test
  void theSameLinesComeAgainEachLaterThanTheOneBefore() {
    List<LogRecord> lines = Lines.many(7);
    Supply supply = new Supply(lines, 10);
    List<LogRecord> supplied = new ArrayList<>(supply.next().records());
    supplied.addAll(supply.next().records());

    assertThat(supplied).hasSize(20);
    assertThat(supplied).extracting(LogRecord::timestampNanos).isSorted().doesNotHaveDuplicates();
    for (int i = 0; i < supplied.size(); i++) {
      assertThat(supplied.get(i).body()).isEqualTo(lines.get(i % 7).body());
      assertThat(supplied.get(i)).isEqualTo(supply.at(i));
    }
  }

  @Test
  void aBatchIsShorterWhereItsBodiesAreTooLong() {
    LogRecord heavy = Lines.of("pty:web", "x".repeat((int) (LogBatch.MAX_BODY_BYTES / 4)));
    Supply supply = new Supply(List.of(heavy), 10);

    assertThat(supply.next().size()).isEqualTo(4);
    assertThat(supply.next().records().getFirst()).isEqualTo(supply.at(4));
  }
}
