package io.logsink.baselines.index;

import io.logsink.api.query.Tokens;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefArray;
import org.apache.lucene.util.BytesRefBuilder;
import org.apache.lucene.util.Counter;

/** The tokens of one body at a time, as Lucene takes them. For one thread. */
final class BodyTokens extends TokenStream implements Tokens.Consumer {
  /** Lucene takes none of over 32,766 bytes; of longer ones than this, the start is indexed. */
  private static final int MAX_BYTES = 255;

  private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
  private final BytesRefArray tokens = new BytesRefArray(Counter.newCounter());
  private final BytesRefBuilder scratch = new BytesRefBuilder();
  private int next;

  /** Finds the tokens of {@code body}. */
  BodyTokens of(byte[] body) {
    tokens.clear();
    Tokens.forEach(body, this);
    return this;
  }

  @Override
  public boolean accept(byte[] buffer, int from, int to) {
    tokens.append(cut(buffer, from, to - from));
    return true;
  }

  /** What a word is indexed as. */
  static BytesRef cut(byte[] buffer, int from, int length) {
    return new BytesRef(buffer, from, Math.min(length, MAX_BYTES));
  }

  @Override
  public void reset() {
    next = 0;
  }

  @Override
  public boolean incrementToken() {
    if (next == tokens.size()) {
      return false;
    }
    clearAttributes();
    term.setBytesRef(tokens.get(scratch, next++));
    return true;
  }
}
