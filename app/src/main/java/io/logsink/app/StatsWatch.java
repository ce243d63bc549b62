package io.logsink.app;

import io.logsink.api.LogSinkException;
import io.logsink.bench.decide.evidence.Producers;
import io.logsink.bench.decide.evidence.StatsProducers;
import io.logsink.config.LogSinkConfig;
import io.logsink.server.client.RpcClient;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Watches the producers of a running {@code logsink run}.
 *
 * @param config the config that it runs with
 */
record StatsWatch(LogSinkConfig config) {
  private static final Duration STEP = Duration.ofSeconds(1);

  /** Asks about each second, for {@code time}: twice at least. */
  Producers watch(Duration time) throws LogSinkException, IOException, InterruptedException {
    if (!time.isPositive()) {
      throw new IllegalArgumentException("--watch must be more than 0, not " + time);
    }
    long count = Math.max(1, time.dividedBy(STEP));
    Duration step = time.dividedBy(count);
    List<String> names = new ArrayList<>();
    List<String> answers = new ArrayList<>();
    try (RpcClient client = ServerOptions.client(config)) {
      for (long i = 0; i <= count; i++) {
        if (i > 0) {
          Thread.sleep(step);
        }
        names.add("answer " + (i + 1));
        answers.add(client.call("log_batcher.stats", "{}"));
      }
    }
    return StatsProducers.of(names, answers);
  }
}
