package io.logsink.bench.host;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What all processors together have done since the machine was started, in ticks: the first line of
 * {@code /proc/stat}, see {@code proc_stat(5)}.
 *
 * @param busy ticks in which something ran
 * @param steal ticks in which something would have run, had the host of this virtual machine let it
 * @param total all ticks
 */
record CpuTimes(long busy, long steal, long total) {
  private static final Pattern LINE =
      Pattern.compile("^cpu +((?:[0-9]{1,18} ){7}[0-9]{1,18})", Pattern.MULTILINE);

  private static final int IDLE = 3;
  private static final int IO_WAIT = 4;
  private static final int STEAL = 7;

  /** Reads the text of {@code /proc/stat}; empty when it is something else. */
  static Optional<CpuTimes> parse(String text) {
    Matcher line = LINE.matcher(text);
    return line.find() ? Optional.of(of(line.group(1).split(" "))) : Optional.empty();
  }

  /** Guests are in the time of users already, so what follows the first eight is left out. */
  private static CpuTimes of(String[] fields) {
    long total = 0;
    for (String field : fields) {
      total += Long.parseLong(field);
    }
    long steal = Long.parseLong(fields[STEAL]);
    long idle = Long.parseLong(fields[IDLE]) + Long.parseLong(fields[IO_WAIT]);
    return new CpuTimes(total - idle - steal, steal, total);
  }
}
