package io.logsink.pipeline;

import io.logsink.api.LogSinkException;
import io.logsink.api.record.LogBody;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Severity;
import io.logsink.api.record.Source;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A pipeline without threads: the test is the clock, the drainer and the timers. */
final class Rig {
  static final Source WEB = Source.of("pty:web");
  static final Source DB = Source.of("pty:db");

  /** 64 KiB, in batches of four at most. */
  static final PipelineSettings SMALL =
      PipelineSettings.DEFAULT
          .withCountersFile(Path.of("unused"))
          .withBounds(64 << 10, 1_000, new BatchSettings(4, 8 << 10, Duration.ofMillis(10)));

  final PipelineSettings settings;
  final ManualClock clock = new ManualClock();
  final FakeSink sink;
  final MemoryCounters counters;
  final LogPipeline pipeline;

  private Rig(PipelineSettings settings, FakeSink sink, MemoryCounters counters)
      throws LogSinkException {
    this.settings = settings;
    this.sink = sink;
    this.counters = counters;
    this.pipeline = new LogPipeline(settings, PipelineParts.open(settings, sink, counters, clock));
    clock.meanwhile = this::work;
  }

  static Rig of(PipelineSettings settings) throws LogSinkException {
    return new Rig(settings, new FakeSink(new FakeStore()), new MemoryCounters());
  }

  static Rig of(SourceRule... rules) throws LogSinkException {
    return of(SMALL.withRules(List.of(rules)));
  }

  /** The next process after this one ended somehow. */
  Rig next() throws LogSinkException {
    sink.cutOff();
    return new Rig(settings, new FakeSink(sink.store), counters.next());
  }

  /** What the drainer's thread would do now. */
  private boolean work() {
    if (pipeline.parts().flow().isEnded()) {
      pipeline.parts().drainer().run();
      return true;
    }
    return pipeline.parts().drainer().work() > 0;
  }

  void emit(Source source, String text) {
    pipeline.emit(record(source, Severity.INFO, text));
  }

  void emit(Source source, Severity severity, String text) {
    pipeline.emit(record(source, severity, text));
  }

  LogRecord record(Source source, Severity severity, String text) {
    return LogRecord.of(clock.now(), source, LogBody.of(text)).withSeverity(severity);
  }

  /** Lets {@code time} pass, and then everything happen that is due. */
  void pass(Duration time) {
    clock.pass(time);
    pipeline.parts().chores().runDue();
    pipeline.parts().upkeep().runDue();
    while (work()) {}
  }

  /** Has everything stored that is queued. */
  void drain() throws InterruptedException {
    if (!pipeline.drain(Duration.ofMinutes(1))) {
      throw new AssertionError("still queued: " + pipeline.stats().depth());
    }
  }

  SourceStats stats(Source source) {
    return pipeline.stats().of(source);
  }

  long count(Source source, Fate fate) {
    return stats(source).with(fate).recordCount();
  }
}
