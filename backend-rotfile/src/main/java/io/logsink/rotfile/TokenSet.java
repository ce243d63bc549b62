package io.logsink.rotfile;

import io.logsink.api.query.Tokens;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefHash;

/** The distinct tokens of some lines, as Lucene takes them: bytes, each once. For one thread. */
final class TokenSet extends TokenStream implements Tokens.Consumer {
  /**
   * The most bytes of a token in the index; of longer ones the start is there. Lucene takes no more
   * than 32,766, and nobody looks for words of this length in logs.
   */
  static final int MAX_BYTES = 255;

  private final BytesRefHash tokens = new BytesRefHash();
  private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
  private final BytesRef scratch = new BytesRef();
  private int next;

  @Override
  public boolean accept(byte[] buffer, int from, int to) {
    scratch.bytes = buffer;
    scratch.offset = from;
    scratch.length = Math.min(to - from, MAX_BYTES);
    tokens.add(scratch);
    return true;
  }

  void add(BytesRef token) {
    tokens.add(token);
  }

  /** Forgets all tokens. */
  void empty() {
    tokens.clear();
    tokens.reinit();
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
    BytesRef token = new BytesRef();
    term.setBytesRef(tokens.get(next, token));
    next++;
    return true;
  }
}
