package io.logsink.bench.micro;

import io.logsink.api.BackendConfig;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkException;
import io.logsink.api.record.Attributes;
import io.logsink.api.record.LogBody;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Severity;
import io.logsink.api.record.Source;
import io.logsink.bench.floor.FloorBackend;
import io.logsink.pipeline.LogPipeline;
import io.logsink.pipeline.Overflow;
import io.logsink.pipeline.PipelineSettings;
import io.logsink.pipeline.SourceRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A pipeline into the sink that counts and keeps nothing. */
final class PipelineTarget implements EmitTarget {
  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final LogBody BODY = LogBody.of(Emitting.TEXT);

  private final Path folder;
  private final LogSink sink;
  private final LogPipeline pipeline;

  PipelineTarget(boolean blocks) throws IOException, LogSinkException {
    folder = Files.createTempDirectory("logsink-emit");
    FloorBackend backend = FloorBackend.noop();
    sink = backend.open(BackendConfig.owner(backend.defaultSettings()));
    pipeline = LogPipeline.open(settings(blocks), sink);
  }

  /** Bytes enough that the records are the bound, as they are for the others. */
  private PipelineSettings settings(boolean blocks) {
    SourceRule rule =
        SourceRule.DEFAULT.withOverflow(
            blocks ? Overflow.BLOCK : Overflow.DROP_NEWEST, Duration.ofMinutes(1));
    return PipelineSettings.DEFAULT
        .withCountersFile(folder.resolve("counters"))
        .withBounds(64L << 20, QUEUE_COUNT, PipelineSettings.DEFAULT.batch())
        .withRules(List.of(rule));
  }

  @Override
  public Runnable producer(String name) {
    Source source = Source.of(name);
    return () -> pipeline.emit(record(source));
  }

  private static LogRecord record(Source source) {
    long nanos = System.currentTimeMillis() * NANOS_PER_MILLI;
    return new LogRecord(nanos, nanos, Severity.INFO, source, BODY, Attributes.EMPTY);
  }

  @Override
  public long close() {
    long storedCount = pipeline.close(Duration.ofMinutes(1)).total().stored().recordCount();
    try {
      sink.close();
      Files.deleteIfExists(folder.resolve("counters"));
      Files.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (LogSinkException e) {
      throw new IllegalStateException(e);
    }
    return storedCount;
  }
}
