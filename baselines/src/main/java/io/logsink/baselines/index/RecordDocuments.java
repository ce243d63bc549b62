package io.logsink.baselines.index;

import io.logsink.api.query.LogEntry;
import io.logsink.api.record.LogRecord;
import io.logsink.baselines.entry.RecordBytes;
import io.logsink.storage.block.DamagedBlockException;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.util.BytesRef;

/** Records as documents and back. For one thread when it makes them. */
final class RecordDocuments {
  static final String SEQUENCE = "sequence";
  static final String TIME = "time";
  static final String SEVERITY = "severity";
  static final String SOURCE = "source";
  static final String BODY = "body";
  static final String RECORD = "record";

  private final BodyTokens tokens = new BodyTokens();

  /** Lucene has to be done with a document before the next is made: they share the tokens. */
  Document document(long sequence, LogRecord entry) {
    Document document = new Document();
    document.add(new LongField(SEQUENCE, sequence, Field.Store.YES));
    document.add(new LongField(TIME, entry.timestampNanos(), Field.Store.NO));
    document.add(new IntField(SEVERITY, entry.severity().number(), Field.Store.NO));
    document.add(new StringField(SOURCE, entry.source().name(), Field.Store.NO));
    document.add(new TextField(BODY, tokens.of(entry.body().unsafeArray())));
    document.add(new StoredField(RECORD, RecordBytes.encode(entry)));
    return document;
  }

  static LogEntry entry(Document document) throws DamagedBlockException {
    BytesRef bytes = document.getBinaryValue(RECORD);
    byte[] whole = BytesRef.deepCopyOf(bytes).bytes;
    long sequence = document.getField(SEQUENCE).numericValue().longValue();
    return new LogEntry(sequence, RecordBytes.decode(whole));
  }
}
