package io.logsink.bench.lines;

import io.logsink.api.record.LogBody;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes bodies of a stream of bytes: one for each line, without its {@code \n}, and with everything
 * else that is in it. A line that is too long becomes several. For one thread.
 */
public final class LineSplitter {
  private final int maxBytes;
  private final ByteArrayOutputStream open = new ByteArrayOutputStream();
  private long splitCount;

  /** Bodies of at most {@code maxBytes}. */
  public LineSplitter(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  /** The lines that end in {@code chunk[0, length)}. */
  public List<LogBody> lines(byte[] chunk, int length) {
    List<LogBody> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < length; i++) {
      if (chunk[i] == '\n') {
        take(chunk, start, i, lines);
        lines.add(body());
        start = i + 1;
      }
    }
    take(chunk, start, length, lines);
    return lines;
  }

  private void take(byte[] chunk, int from, int to, List<LogBody> lines) {
    int start = from;
    while (open.size() + (to - start) > maxBytes) {
      int room = maxBytes - open.size();
      open.write(chunk, start, room);
      lines.add(body());
      splitCount++;
      start += room;
    }
    open.write(chunk, start, to - start);
  }

  /** What came after the last {@code \n}; empty when nothing did. */
  public Optional<LogBody> rest() {
    return open.size() == 0 ? Optional.empty() : Optional.of(body());
  }

  /** How often a line was cut because it was too long. */
  public long splitCount() {
    return splitCount;
  }

  private LogBody body() {
    LogBody body = LogBody.unsafeWrap(open.toByteArray());
    open.reset();
    return body;
  }
}
