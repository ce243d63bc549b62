package io.logsink.baselines.index;

import io.logsink.api.query.FilterBounds;
import io.logsink.api.record.SourceGlob;
import io.logsink.baselines.entry.Walk;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;

/** The query of what a walk has to look at: words, sources, times and severity go to the index. */
final class WalkQuery {
  private WalkQuery() {}

  static Query of(Walk walk) {
    FilterBounds bounds = walk.bounds();
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    query.add(
        LongField.newRangeQuery(RecordDocuments.SEQUENCE, walk.first(), walk.last()), Occur.FILTER);
    if (bounds.firstNanos() > Long.MIN_VALUE || bounds.lastNanos() < Long.MAX_VALUE) {
      query.add(
          LongField.newRangeQuery(RecordDocuments.TIME, bounds.firstNanos(), bounds.lastNanos()),
          Occur.FILTER);
    }
    if (bounds.minSeverity().number() > 1) {
      query.add(
          IntField.newRangeQuery(
              RecordDocuments.SEVERITY, bounds.minSeverity().number(), Integer.MAX_VALUE),
          Occur.FILTER);
    }
    bounds.words().forEach(word -> query.add(word(word), Occur.FILTER));
    bounds.sources().forEach(globs -> query.add(any(globs), Occur.FILTER));
    return query.build();
  }

  private static Query word(String word) {
    byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
    return new TermQuery(new Term(RecordDocuments.BODY, BodyTokens.cut(bytes, 0, bytes.length)));
  }

  private static Query any(List<SourceGlob> globs) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    globs.forEach(glob -> query.add(source(glob.pattern()), Occur.SHOULD));
    return query.build();
  }

  private static Query source(String pattern) {
    Term term = new Term(RecordDocuments.SOURCE, pattern.replace("\\", "\\\\"));
    return pattern.matches(".*[*?\\\\].*") ? new WildcardQuery(term) : new TermQuery(term);
  }
}
