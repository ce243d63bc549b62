package io.logsink.bench.cost;

import io.logsink.api.AppendReceipt;
import io.logsink.api.BackendConfig;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkBackend;
import io.logsink.bench.lines.WorkloadReader;
import io.logsink.bench.stretch.Supply;
import io.logsink.config.BackendCatalogue;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;

/**
 * The process that {@link Recovery} kills: appends without end and prints the last sequence of each
 * receipt.
 */
final class KilledChild {
  private static final int UPKEEP_EVERY = 50;

  private KilledChild() {}

  /** Arguments: the backend's name, a file with its settings, a file with lines, a batch size. */
  public static void main(String[] args) throws Exception {
    LogSinkBackend backend =
        BackendCatalogue.find().backends().stream()
            .filter(one -> one.name().equals(args[0]))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no backend " + args[0]));
    WorkloadReader reader = new WorkloadReader(Long.MAX_VALUE);
    reader.addPath(Path.of(args[2]));
    Supply supply = new Supply(reader.workload().records(), Integer.parseInt(args[3]));
    append(backend.open(BackendConfig.owner(SettingsFile.read(Path.of(args[1]), backend))), supply);
  }

  @SuppressWarnings("InfiniteLoopStatement") // until it is killed
  private static void append(LogSink sink, Supply supply) throws Exception {
    try (OutputStream out = new FileOutputStream(FileDescriptor.out)) {
      for (int number = 1; ; number++) {
        AppendReceipt receipt = sink.append(supply.next());
        out.write((receipt.lastSequence() + "\n").getBytes(StandardCharsets.US_ASCII));
        if (number % UPKEEP_EVERY == 0) {
          sink.maintain(Instant.now());
        }
      }
    }
  }
}
