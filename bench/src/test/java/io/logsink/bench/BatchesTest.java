package io.logsink.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.api.record.LogBatch;
import io.logsink.api.record.LogBody;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Source;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BatchesTest {
  @Test
  void haveTheGivenCountAndTheRestAtTheEnd() {
    List<LogRecord> records = Records.many(10);

    List<LogBatch> batches = Batches.of(records, 4);

    assertThat(batches).extracting(LogBatch::size).containsExactly(4, 4, 2);
    assertThat(batches.stream().flatMap(batch -> batch.records().stream()))
        .containsExactlyElementsOf(records);
  }

  @Test
  void areCutWhereTheBodiesAreTooLongForOne() {
    LogBody large = LogBody.unsafeWrap(new byte[LogBody.MAX_BYTES]);
    LogRecord entry = LogRecord.of(Instant.EPOCH, Source.of("x"), large);

    assertThat(Batches.of(Collections.nCopies(5, entry), 100))
        .extracting(LogBatch::size)
        .containsExactly(4, 1);
  }
}
