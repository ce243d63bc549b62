package io.logsink.baselines.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.api.BackendConfig;
import io.logsink.api.LogSink;
import io.logsink.api.record.LogBatch;
import io.logsink.api.record.LogRecord;
import io.logsink.baselines.entry.HardRecords;
import io.logsink.baselines.entry.RecordBytes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.openhft.chronicle.queue.ChronicleQueue;
import net.openhft.chronicle.queue.ExcerptTailer;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;
import net.openhft.chronicle.wire.DocumentContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ChronicleFilesTest {
  private static final List<LogRecord> RECORDS = HardRecords.of(200);

  @TempDir private Path folder;

  @Test
  void aQueueOfTheUsersHasEachRecordAsAnExcerpt() throws Exception {
    ChronicleSettings settings = new ChronicleSettings(folder, 8 << 20);
    try (LogSink sink = new ChronicleBackend().open(BackendConfig.owner(settings))) {
      for (LogBatch batch : HardRecords.batches(RECORDS, 30)) {
        sink.append(batch);
      }
    }

    List<LogRecord> found = new ArrayList<>();
    try (ChronicleQueue queue = SingleChronicleQueueBuilder.binary(folder).build();
        ExcerptTailer tailer = queue.createTailer()) {
      boolean more = true;
      while (more) {
        try (DocumentContext document = tailer.readingDocument()) {
          more = document.isPresent();
          if (more) {
            found.add(
                RecordBytes.decode(Objects.requireNonNull(document.wire()).bytes().toByteArray()));
          }
        }
      }
    }
    assertThat(found).isEqualTo(RECORDS);
  }
}
