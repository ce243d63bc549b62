package io.logsink.baselines.index;

import io.logsink.api.query.LogEntry;
import io.logsink.api.record.LogBatch;
import io.logsink.api.record.LogRecord;
import io.logsink.baselines.entry.EntryStore;
import io.logsink.baselines.entry.Extent;
import io.logsink.baselines.entry.Walk;
import io.logsink.storage.block.DamagedBlockException;
import java.io.IOException;
import java.util.Map;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/** Records as documents of a Lucene index. */
final class LuceneStore implements EntryStore {
  private static final double MEBIBYTE = 1 << 20;

  /** What is asked for at first, and then: a page wants 200, and a check all there is. */
  private static final int FIRST_COUNT = 256;

  private static final int MOST_COUNT = 8_192;

  /** Lucene would warn through it that a module is missing which it can do without. */
  private static final Logger WARNS_OF_VECTORS =
      Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

  private final Directory directory;
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private final RecordDocuments documents = new RecordDocuments();
  private long newest;

  private LuceneStore(Directory directory, IndexWriter writer) throws IOException {
    this.directory = directory;
    this.writer = writer;
    this.searchers = new SearcherManager(writer, null);
    this.newest = extent().newest();
  }

  static LuceneStore open(LuceneSettings settings) throws IOException {
    WARNS_OF_VECTORS.setLevel(Level.OFF);
    Directory directory = FSDirectory.open(settings.directory());
    IndexWriterConfig config = new IndexWriterConfig();
    config.setRAMBufferSizeMB(settings.bufferBytes() / MEBIBYTE);
    try {
      return new LuceneStore(directory, new IndexWriter(directory, config));
    } catch (IOException e) {
      directory.close();
      throw e;
    }
  }

  @Override
  public long append(LogBatch batch) throws IOException {
    long sequence = newest;
    for (LogRecord entry : batch) {
      writer.addDocument(documents.document(++sequence, entry));
    }
    newest = sequence;
    return sequence;
  }

  @Override
  public void sync() throws IOException {
    writer.commit();
    searchers.maybeRefreshBlocking();
  }

  @Override
  public Extent extent() throws IOException {
    IndexSearcher searcher = searchers.acquire();
    try {
      ScoreDoc[] last = searcher.search(MatchAllDocsQuery.INSTANCE, 1, order(false)).scoreDocs;
      return last.length == 0
          ? Extent.upTo(0)
          : Extent.upTo(sequence(searcher.storedFields(), last[0]));
    } finally {
      searchers.release(searcher);
    }
  }

  private static long sequence(StoredFields stored, ScoreDoc found) throws IOException {
    return stored.document(found.doc).getField(RecordDocuments.SEQUENCE).numericValue().longValue();
  }

  private static Sort order(boolean forward) {
    return new Sort(
        LongField.newSortField(RecordDocuments.SEQUENCE, !forward, SortedNumericSelector.Type.MIN));
  }

  @Override
  public void walk(Walk walk, Predicate<LogEntry> taker) throws IOException, DamagedBlockException {
    IndexSearcher searcher = searchers.acquire();
    try {
      int count = FIRST_COUNT;
      Walk rest = walk;
      while (!rest.isEmpty()) {
        ScoreDoc[] found =
            searcher.search(WalkQuery.of(rest), count, order(walk.forward())).scoreDocs;
        long latest = take(searcher.storedFields(), found, taker);
        if (latest == 0 || found.length < count) {
          return;
        }
        rest = rest.after(latest);
        count = Math.min(2 * count, MOST_COUNT);
      }
    } finally {
      searchers.release(searcher);
    }
  }

  /** The sequence of the last that was taken; 0 when no more are wanted. */
  private static long take(StoredFields stored, ScoreDoc[] found, Predicate<LogEntry> taker)
      throws IOException, DamagedBlockException {
    long latest = 0;
    for (ScoreDoc hit : found) {
      LogEntry entry = RecordDocuments.entry(stored.document(hit.doc));
      latest = entry.sequence();
      if (!taker.test(entry)) {
        return 0;
      }
    }
    return latest;
  }

  @Override
  public Map<String, String> engine() {
    return Map.of(
        "ram_buffer_mebibytes", String.valueOf(writer.getConfig().getRAMBufferSizeMB()),
        "merge_policy", writer.getConfig().getMergePolicy().getClass().getSimpleName(),
        "documents", String.valueOf(writer.getDocStats().numDocs));
  }

  @Override
  public void close() throws IOException {
    try (directory;
        writer;
        searchers) {
      sync();
    }
  }
}
