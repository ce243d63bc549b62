package io.logsink.bench.decide.remedy;

import io.logsink.bench.decide.evidence.Reduction;
import io.logsink.bench.decide.layout.Layout;
import io.logsink.bench.decide.layout.Store;

/** One change of a layout. */
public sealed interface Step {
  /** The layout with the change. */
  Layout in(Layout layout);

  /** The source or backend that it changes. */
  String subject();

  /** A backend gets other settings. */
  record SpeedUp(Store to) implements Step {
    @Override
    public String subject() {
      return to.backend();
    }

    @Override
    public Layout in(Layout layout) {
      return layout.withStore(to);
    }
  }

  /** A source is reduced. */
  record Reduce(String source, Reduction reduction) implements Step {
    @Override
    public String subject() {
      return source;
    }

    @Override
    public Layout in(Layout layout) {
      return layout.with(source, placement -> placement.reducedBy(reduction));
    }
  }

  /** A source goes to another backend. */
  record Move(String source, Store to) implements Step {
    @Override
    public String subject() {
      return source;
    }

    @Override
    public Layout in(Layout layout) {
      return layout.with(source, placement -> placement.in(to));
    }
  }
}
