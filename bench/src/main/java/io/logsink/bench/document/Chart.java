package io.logsink.bench.document;

/** A picture of figures. What it shows also stands in a table, for only HTML has pictures. */
public sealed interface Chart extends Part permits Bars, Lines, Waterfall {
  /** What it shows, with the unit. */
  String title();
}
