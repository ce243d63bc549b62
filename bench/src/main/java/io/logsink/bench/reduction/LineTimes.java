package io.logsink.bench.reduction;

import io.logsink.api.record.LogBody;
import io.logsink.api.record.LogRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When the lines of a file were written. Almost every format has a time of day, {@code
 * 18:01:47,978}, near the beginning of a line; the day that goes with it is written in too many
 * ways to read. So the time of day alone counts, and where it goes back by more than half a day it
 * is the next day's. A line without one, such as that of a stack trace, is as old as the line
 * before it. Time never goes back. A file in which less than one line of ten has a time is taken to
 * have been written at {@link #STEADY_COUNT} lines a second.
 */
final class LineTimes {
  /** Lines a second where nothing is known. */
  static final int STEADY_COUNT = 100;

  private static final int LOOKED_AT_BYTES = 120;
  private static final int LEAST_TIMED_PART = 10;
  private static final long SECOND_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long DAY_NANOS = TimeUnit.DAYS.toNanos(1);
  private static final int NANO_DIGITS = 9;

  private static final Pattern TIME_OF_DAY =
      Pattern.compile(
          "(?<![0-9])([01][0-9]|2[0-3]):([0-5][0-9]):([0-5][0-9])(?:[.,]([0-9]{1,9}))?(?![0-9:])");

  private long nanos;

  private LineTimes() {}

  /** The same lines with their times as timestamps. */
  static List<LogRecord> restore(List<LogRecord> lines) {
    return areIn(lines) ? byTheirTimes(lines) : steadily(lines);
  }

  /** Whether the lines say when they were written. */
  static boolean areIn(List<LogRecord> lines) {
    long timed = lines.stream().filter(line -> timeOfDay(line.body()).isPresent()).count();
    return timed * LEAST_TIMED_PART >= lines.size();
  }

  private static List<LogRecord> byTheirTimes(List<LogRecord> lines) {
    LineTimes times = new LineTimes();
    return lines.stream().map(line -> at(line, times.next(line.body()))).toList();
  }

  private static List<LogRecord> steadily(List<LogRecord> lines) {
    List<LogRecord> restored = new ArrayList<>();
    for (LogRecord line : lines) {
      restored.add(at(line, restored.size() * SECOND_NANOS / STEADY_COUNT));
    }
    return restored;
  }

  private static LogRecord at(LogRecord line, long nanos) {
    return new LogRecord(
        nanos, nanos, line.severity(), line.source(), line.body(), line.attributes());
  }

  private long next(LogBody body) {
    OptionalLong found = timeOfDay(body);
    if (found.isPresent()) {
      long sameDay = nanos - nanos % DAY_NANOS + found.getAsLong();
      boolean nextDay = sameDay < nanos - DAY_NANOS / 2;
      nanos = Math.max(nanos, nextDay ? sameDay + DAY_NANOS : sameDay);
    }
    return nanos;
  }

  /** The nanoseconds since midnight. */
  static OptionalLong timeOfDay(LogBody body) {
    int length = Math.min(body.length(), LOOKED_AT_BYTES);
    String head = new String(body.unsafeArray(), 0, length, StandardCharsets.ISO_8859_1);
    Matcher time = TIME_OF_DAY.matcher(head);
    if (!time.find()) {
      return OptionalLong.empty();
    }
    long minutes = 60L * Integer.parseInt(time.group(1)) + Integer.parseInt(time.group(2));
    long seconds = 60 * minutes + Integer.parseInt(time.group(3));
    return OptionalLong.of(seconds * SECOND_NANOS + fraction(time.group(4)));
  }

  private static long fraction(@Nullable String digits) {
    return digits == null ? 0 : Long.parseLong(digits + "0".repeat(NANO_DIGITS - digits.length()));
  }
}
