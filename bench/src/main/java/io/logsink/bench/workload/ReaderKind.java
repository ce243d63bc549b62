package io.logsink.bench.workload;

import io.logsink.api.Capabilities;
import io.logsink.api.Feature;

/** What a reader asks for, time and again. */
public enum ReaderKind {
  /** The newest records of some sources: a page that follows a service. */
  NEWEST(Feature.READ_BACKWARD),
  /** One page further back each time, and from the newest again after the last: scrolling. */
  PAGE_BACK(Feature.READ_BACKWARD),
  /** The newest records of the last while that have some words: a search. */
  WORDS(Feature.READ_BACKWARD),
  /** How many records each stretch of the last while has: the chart above the list. */
  HISTOGRAM(Feature.HISTOGRAM);

  private final Feature needed;

  ReaderKind(Feature needed) {
    this.needed = needed;
  }

  /** Whether a sink that can do this much can be asked. */
  public boolean isSupportedBy(Capabilities capabilities) {
    return capabilities.has(Feature.FILTER) && capabilities.has(needed);
  }
}
