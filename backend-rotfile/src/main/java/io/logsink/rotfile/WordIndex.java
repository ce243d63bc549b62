package io.logsink.rotfile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.NIOFSDirectory;
import org.apache.lucene.store.NoLockFactory;
import org.apache.lucene.util.BytesRef;

/**
 * Which spans of a sealed window have a word. A document a span, whose terms are the span's tokens;
 * its number is the document's value. Thread-safe.
 */
final class WordIndex implements AutoCloseable {
  /** The field of the tokens. */
  static final String TOKEN = "token";

  /** The field of the span's number. */
  static final String SPAN = "span";

  /**
   * A token that no text has, in spans of which a part could not be read: they may have any word.
   */
  static final BytesRef ANY = new BytesRef(new byte[] {0});

  /** Lucene would warn through it that a module is missing which it can do without. */
  private static final Logger WARNS_OF_VECTORS =
      Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

  private final NIOFSDirectory directory;
  private final DirectoryReader reader;

  private WordIndex(NIOFSDirectory directory, DirectoryReader reader) {
    this.directory = directory;
    this.reader = reader;
  }

  static void silenceLucene() {
    WARNS_OF_VECTORS.setLevel(Level.OFF);
  }

  /**
   * Opens the index in {@code folder}.
   *
   * @throws IOException when there is none that was made for {@code spans}, or it is damaged
   */
  static WordIndex open(Path folder, Spans spans) throws IOException {
    IndexManifest.verify(folder, spans.fingerprint());
    silenceLucene();
    NIOFSDirectory directory = new NIOFSDirectory(folder, NoLockFactory.INSTANCE);
    try {
      return new WordIndex(directory, DirectoryReader.open(directory));
    } catch (IOException e) {
      directory.close();
      throw e;
    } catch (RuntimeException e) {
      directory.close();
      // Of an index that another version of Lucene made, the codec may not be there.
      throw new IOException("Lucene cannot open the index in " + folder, e);
    }
  }

  /** The spans that may have all of {@code words} in one record. */
  BitSet candidates(Set<String> words, int spanCount) throws IOException {
    BitSet found = new BitSet(spanCount);
    found.set(0, spanCount);
    for (String word : words) {
      found.and(spansWith(key(word)));
    }
    found.or(spansWith(ANY));
    return found;
  }

  private static BytesRef key(String word) {
    byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
    return new BytesRef(bytes, 0, Math.min(bytes.length, TokenSet.MAX_BYTES));
  }

  private BitSet spansWith(BytesRef token) throws IOException {
    BitSet spans = new BitSet();
    for (LeafReaderContext leaf : reader.leaves()) {
      PostingsEnum documents = leaf.reader().postings(new Term(TOKEN, token), PostingsEnum.NONE);
      NumericDocValues numbers = leaf.reader().getNumericDocValues(SPAN);
      while (documents != null && documents.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        if (numbers.advanceExact(documents.docID())) {
          spans.set(Math.toIntExact(numbers.longValue()));
        }
      }
    }
    return spans;
  }

  @Override
  public void close() throws IOException {
    try (directory) {
      reader.close();
    }
  }
}
