package io.logsink.pipeline;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** One append, with the time that it took. */
@Name(AppendEvent.NAME)
@Label("Append")
@Category("LogSink")
@Description("A batch handed to the sink")
@StackTrace(false)
final class AppendEvent extends Event {
  static final String NAME = "io.logsink.Append";

  @Label("Pipeline")
  @Description("Its counters file")
  String pipeline = "";

  @Label("Records")
  int recordCount;

  @Label("Bytes of Bodies")
  @DataAmount
  long bodyBytes;

  @Label("Outcome")
  @Description("stored, or the type of the exception")
  String outcome = "stored";
}
