package io.logsink.pipeline;

import io.logsink.pipeline.PipelineStats.Depth;
import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Period;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/** What is in a pipeline at one moment, and how fast it goes. */
@Name(PipelineEvent.NAME)
@Label("Pipeline")
@Category("LogSink")
@Description("What is in the pipeline, and the rates of all sources together over one minute")
@Period("1 s")
@StackTrace(false)
final class PipelineEvent extends Event {
  static final String NAME = "io.logsink.Pipeline";

  @Label("Pipeline")
  @Description("Its counters file")
  String pipeline = "";

  @Label("Queued Records")
  int queuedCount;

  @Label("Records in Hand")
  int inHandCount;

  @Label("Held Records")
  int heldCount;

  @Label("Weight")
  @DataAmount
  long weightBytes;

  @Label("Bound")
  @DataAmount
  long maxBytes;

  @Label("Age of the Oldest Queued")
  @Timespan
  long oldestNanos;

  @Label("Emitted per Second")
  double emittedPerSecond;

  @Label("Stored per Second")
  double storedPerSecond;

  @Label("Dropped per Second")
  double droppedPerSecond;

  @Label("State of the Sink")
  String state = "";

  PipelineEvent of(String name, PipelineStats stats) {
    pipeline = name;
    maxBytes = stats.settings().maxBytes();
    state = stats.sink().state().name();
    depth(stats.depth());
    rates(stats.totalRates());
    return this;
  }

  private void depth(Depth depth) {
    queuedCount = depth.queuedCount();
    inHandCount = depth.inHandCount();
    heldCount = depth.heldCount();
    weightBytes = depth.weightBytes();
    oldestNanos = depth.oldestAge().toNanos();
  }

  private void rates(SourceRates rates) {
    emittedPerSecond = rates.emitted().records().oneMinute();
    storedPerSecond = rates.stored().records().oneMinute();
    droppedPerSecond = rates.lost().records().oneMinute();
  }
}
