package io.logsink.conformance;

import io.logsink.api.record.LogBatch;
import io.logsink.api.record.LogBody;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/**
 * The batches that a child appends, known to its parent without being told: they follow from seed,
 * round and number.
 */
record CrashRecords(long seed, int round) {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  /** The batch with that number, from 0. */
  LogBatch batch(int number) {
    Random random = new Random(seed * 31 + round * 1_000_003L + number);
    int size = 1 + random.nextInt(50);
    List<LogRecord> records = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      byte[] noise = new byte[random.nextInt(150)];
      random.nextBytes(noise);
      String body =
          "round %d batch %d record %d of %d %s"
              .formatted(round, number, i, size, HexFormat.of().formatHex(noise));
      records.add(
          LogRecord.of(
              START.plusSeconds(number), Source.of("pty:" + random.nextInt(4)), LogBody.of(body)));
    }
    return LogBatch.of(records);
  }
}
