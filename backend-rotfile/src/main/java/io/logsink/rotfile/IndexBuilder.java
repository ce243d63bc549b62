package io.logsink.rotfile;

import io.logsink.api.query.LogEntry;
import io.logsink.api.query.Tokens;
import io.logsink.storage.Folders;
import io.logsink.storage.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.store.NIOFSDirectory;
import org.apache.lucene.store.NoLockFactory;

/** Makes the index of a sealed window from its files. */
final class IndexBuilder {
  private static final double BUFFER_MEBIBYTES = 32;
  private static final FieldType TOKENS = new FieldType();

  static {
    TOKENS.setTokenized(true);
    TOKENS.setOmitNorms(true);
    TOKENS.setIndexOptions(IndexOptions.DOCS);
    TOKENS.freeze();
  }

  private final WindowFiles files;
  private final Spans spans;
  private final SpanReader reader;
  private final TokenSet tokens = new TokenSet();
  private long recordCount;

  private IndexBuilder(WindowFiles files, Spans spans, SpanReader reader) {
    this.files = files;
    this.spans = spans;
    this.reader = reader;
  }

  /**
   * Puts a new index in the place of the one that is there, if any; flushed. Returns how many
   * records it has read.
   */
  static long build(WindowFiles files, Spans spans, SpanReader reader) throws IOException {
    Folders.delete(files.newIndex());
    IndexBuilder builder = new IndexBuilder(files, spans, reader);
    builder.write(files.newIndex());
    IndexManifest.write(files.newIndex(), spans.fingerprint());
    Folders.sync(files.newIndex());
    Folders.delete(files.index());
    Files.move(files.newIndex(), files.index(), StandardCopyOption.ATOMIC_MOVE);
    Folders.sync(files.folder());
    return builder.recordCount;
  }

  private void write(Path folder) throws IOException {
    WordIndex.silenceLucene();
    try (NIOFSDirectory directory = new NIOFSDirectory(folder, NoLockFactory.INSTANCE);
        IndexWriter writer = new IndexWriter(directory, config())) {
      for (int i = 0; i < spans.count(); i++) {
        collect(spans.get(i));
        Document document = new Document();
        document.add(new Field(WordIndex.TOKEN, tokens, TOKENS));
        document.add(new NumericDocValuesField(WordIndex.SPAN, i));
        writer.addDocument(document);
      }
      writer.forceMerge(1);
      writer.commit();
    }
  }

  /** One compound file, made by this thread alone. */
  private static IndexWriterConfig config() {
    IndexWriterConfig config = new IndexWriterConfig();
    config.setOpenMode(IndexWriterConfig.OpenMode.CREATE);
    config.setUseCompoundFile(true);
    config.getMergePolicy().setNoCFSRatio(1);
    config.setMergeScheduler(new SerialMergeScheduler());
    config.setRAMBufferSizeMB(BUFFER_MEBIBYTES);
    return config;
  }

  private void collect(Span span) throws IOException {
    tokens.empty();
    new WindowScan(reader, span.scan(), new Collector(), files.folder().toString())
        .through(span, true);
  }

  private final class Collector implements Window.Visitor {
    @Override
    public boolean visit(LogEntry entry) {
      recordCount++;
      Tokens.forEach(entry.record().body().unsafeArray(), tokens);
      return true;
    }

    @Override
    public void damaged(long firstSequence, long lastSequence, String detail) {
      tokens.add(WordIndex.ANY);
    }
  }
}
