package io.logsink.bench.report;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.zip.CRC32C;

/**
 * What a run is cited by: {@code capacity-20260310T120000Z-1f0c}, its kind, when it was, and four
 * digits that tell apart what happened in the same second.
 */
public final class RunId {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private RunId() {}

  /**
   * The id of a run; the same for the same run, whoever asks and however often.
   *
   * @param kind what was run, in a word
   * @param time when it was
   * @param command the command line that makes it again
   */
  public static String of(String kind, Instant time, String command) {
    CRC32C check = new CRC32C();
    check.update((time + command).getBytes(StandardCharsets.UTF_8));
    return "%s-%s-%04x".formatted(kind, TIME.format(time), check.getValue() & 0xffff);
  }
}
