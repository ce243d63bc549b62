package io.logsink.pipeline;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Period;
import jdk.jfr.StackTrace;

/** What one source lost for one reason since the last such event. */
@Name(LossEvent.NAME)
@Label("Loss")
@Category("LogSink")
@Description("Records that a source lost for one reason since the event before, or the opening")
@Period("10 s")
@StackTrace(false)
final class LossEvent extends Event {
  static final String NAME = "io.logsink.Loss";

  @Label("Pipeline")
  @Description("Its counters file")
  String pipeline = "";

  @Label("Source")
  String source = "";

  @Label("Reason")
  String reason = "";

  @Label("Records")
  long recordCount;

  @Label("Bytes of Bodies")
  @DataAmount
  long bodyBytes;
}
