package io.logsink.baselines.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.api.BackendConfig;
import io.logsink.api.LogSink;
import io.logsink.api.query.LogEntry;
import io.logsink.api.query.LogQuery;
import io.logsink.api.record.LogBatch;
import io.logsink.api.record.LogRecord;
import io.logsink.baselines.entry.HardRecords;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LuceneFilesTest {
  private static final List<LogRecord> RECORDS = HardRecords.of(200);

  @TempDir private Path folder;

  @Test
  void theIndexHasADocumentForEachRecord() throws Exception {
    try (LogSink sink = open()) {
      for (LogBatch batch : HardRecords.batches(RECORDS, 30)) {
        sink.append(batch);
      }
    }

    try (Directory directory = FSDirectory.open(folder);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      assertThat(reader.numDocs()).isEqualTo(RECORDS.size());
      assertThat(reader.docFreq(new Term("body", "n77"))).isEqualTo(1);
      assertThat(reader.docFreq(new Term("source", "pty:web1"))).isEqualTo(67);
      List<LogRecord> found = new ArrayList<>();
      for (int i = 0; i < RECORDS.size(); i++) {
        LogEntry entry = RecordDocuments.entry(reader.storedFields().document(i));
        found.add(entry.record());
      }
      assertThat(found).isEqualTo(RECORDS);
    }
  }

  @Test
  void whatIsAppendedIsVisibleAfterTheSync() throws Exception {
    try (LogSink sink = open()) {
      sink.append(LogBatch.of(RECORDS));
      assertThat(sink.read(LogQuery.oldest(10)).entries()).isEmpty();

      sink.sync();

      assertThat(sink.read(LogQuery.oldest(10)).entries()).hasSize(10);
    }
  }

  private LogSink open() throws Exception {
    return new LuceneBackend().open(BackendConfig.owner(new LuceneSettings(folder, 1 << 20)));
  }
}
