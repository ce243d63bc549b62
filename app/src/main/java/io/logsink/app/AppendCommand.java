package io.logsink.app;

import io.logsink.api.Access;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkException;
import io.logsink.api.record.LogBatch;
import io.logsink.api.record.LogBody;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Severity;
import io.logsink.api.record.Source;
import io.logsink.bench.lines.LineSplitter;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code logsink append}: stores the lines of standard input. What one read of the input brings is
 * one batch: a slow producer's lines are stored as they come, a file's in large batches.
 */
@Command(name = "append", description = "Stores each line of standard input as a record.")
final class AppendCommand implements Callable<Integer> {
  private static final int CHUNK_BYTES = 256 * 1024;
  private static final Duration UPKEEP = Duration.ofSeconds(1);

  private final Console console;

  @Mixin private StoreOptions store;

  @Option(names = "--source", required = true, paramLabel = "NAME", description = "Who wrote them.")
  private String source = "";

  @Option(
      names = "--severity",
      paramLabel = "LEVEL",
      description = "How severe they are; info when not given.")
  private Severity severity = Severity.INFO;

  private long recordCount;
  private long bodyBytes;

  AppendCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws LogSinkException, IOException {
    Source from = Source.of(source);
    try (LogSink sink = store.open(Access.OWNER)) {
      try {
        appendAll(sink, from);
      } finally {
        console.say("stored %,d records, %,d bytes".formatted(recordCount, bodyBytes));
      }
    }
    return 0;
  }

  private void appendAll(LogSink sink, Source from) throws LogSinkException, IOException {
    LineSplitter splitter = new LineSplitter(sink.capabilities().maxRecordBytes());
    byte[] chunk = new byte[CHUNK_BYTES];
    Instant upkeep = console.clock().instant().plus(UPKEEP);
    int length;
    while ((length = console.in().read(chunk)) >= 0) {
      append(sink, from, splitter.lines(chunk, length));
      if (console.clock().instant().isAfter(upkeep)) {
        sink.maintain(console.clock().instant());
        upkeep = console.clock().instant().plus(UPKEEP);
      }
    }
    append(sink, from, splitter.rest().stream().toList());
    sink.sync();
    finishUpkeep(sink);
    if (splitter.splitCount() > 0) {
      console.say("cut lines longer than a record %,d times".formatted(splitter.splitCount()));
    }
  }

  private void append(LogSink sink, Source from, List<LogBody> lines) throws LogSinkException {
    for (int i = 0; i < lines.size(); i += LogBatch.MAX_COUNT) {
      LogBatch batch =
          batch(from, lines.subList(i, Math.min(lines.size(), i + LogBatch.MAX_COUNT)));
      sink.append(batch);
      recordCount += batch.size();
      bodyBytes += batch.bodyBytes();
    }
  }

  private LogBatch batch(Source from, List<LogBody> lines) {
    Instant now = console.clock().instant();
    return LogBatch.of(
        lines.stream().map(line -> LogRecord.of(now, from, line).withSeverity(severity)).toList());
  }

  private void finishUpkeep(LogSink sink) throws LogSinkException {
    boolean due = true;
    while (due) {
      due = sink.maintain(console.clock().instant()).moreDue();
    }
  }
}
