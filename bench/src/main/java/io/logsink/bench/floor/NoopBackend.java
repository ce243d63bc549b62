package io.logsink.bench.floor;

import io.logsink.api.BackendConfig;
import io.logsink.api.Capabilities;
import io.logsink.api.Durability;
import io.logsink.api.LogSink;
import io.logsink.api.record.LogBatch;

/** The floor {@code noop}. */
final class NoopBackend extends FloorBackend {
  @Override
  public String name() {
    return "noop";
  }

  @Override
  public LogSink open(BackendConfig config) {
    return new NoopSink();
  }

  private static final class NoopSink extends FloorSink {
    NoopSink() {
      super("noop", Capabilities.least());
    }

    @Override
    Durability store(LogBatch batch) {
      return Durability.VOLATILE;
    }

    @Override
    public void sync() {}

    @Override
    public void close() {}
  }
}
