package io.logsink.bench.load;

import io.logsink.api.record.LogRecord;

/** Goes through the records of a lane. For one thread. */
final class LaneCursor implements Comparable<LaneCursor> {
  private final Lane lane;
  private long number;
  private long dueNanos;

  LaneCursor(Lane lane) {
    this.lane = lane;
    dueNanos = lane.cadence().dueNanos(0);
  }

  boolean hasRecord() {
    return number < lane.count();
  }

  /** When the record that it is at is due. */
  long dueNanos() {
    return dueNanos;
  }

  LogRecord record(Origin origin) {
    return lane.record(number, dueNanos, origin);
  }

  void advance() {
    number++;
    dueNanos = lane.cadence().dueNanos(number);
  }

  @Override
  public int compareTo(LaneCursor other) {
    return Long.compare(dueNanos, other.dueNanos);
  }
}
