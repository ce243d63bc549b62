package io.logsink.bench.stretch;

import java.util.Locale;

/** What is measured of a stretch and of a store, once a round. */
public enum Measure {
  /** Records by the time of all appends, of upkeep and of one sync at the end. */
  RECORDS("appendRecordsPerSecond", "records/s", Unit.PER_SECOND),
  /** Bytes of bodies by the same time. */
  BYTES("appendBytesPerSecond", "MB/s", Unit.MEGABYTES),
  /** The time of an append that half of them keep to. */
  P50("appendP50Nanos", "append p50 ms", Unit.MILLIS),
  /** The time of an append that 99 of 100 keep to. */
  P99("appendP99Nanos", "append p99 ms", Unit.MILLIS),
  /** The time of the sync after the last append. */
  SYNC("syncNanos", "sync ms", Unit.MILLIS),
  /** How often an append was refused for now and tried again. */
  REFUSED("refusedAppendCount", "refused", Unit.COUNT),
  /** How long a competing reader waited for half of its answers, from when they were due. */
  READER_P50("readerP50Nanos", "reader p50 ms", Unit.MILLIS),
  /** How long it waited for 99 of 100. */
  READER_P99("readerP99Nanos", "reader p99 ms", Unit.MILLIS),
  /** How many questions the reader asked. */
  READER_COUNT("readerQuestionCount", "questions", Unit.COUNT),
  /** How many of them failed. */
  READER_FAILED("readerFailedCount", "questions failed", Unit.COUNT),
  /** How long half of the updates of the second table took, from when they were due. */
  JOB_P50("jobUpdateP50Nanos", "job update p50 ms", Unit.MILLIS),
  /** How long 99 of 100 took. */
  JOB_P99("jobUpdateP99Nanos", "job update p99 ms", Unit.MILLIS),
  /** Updates of the second table that were done, by the time in which they were due. */
  JOB_RATE("jobUpdatesPerSecond", "job updates/s", Unit.PER_SECOND),
  /** How many of them failed. */
  JOB_FAILED("jobUpdateFailedCount", "job updates failed", Unit.COUNT),
  /** Bytes of all files after closing, by bytes of bodies. */
  DISK("diskBytesPerByte", "disk B per B", Unit.RATIO),
  /** Bytes that this process gave the kernel to write to the device, by bytes of bodies. */
  DEVICE("deviceBytesPerByte", "device B per B", Unit.RATIO),
  /** Processor time of the whole JVM for a million records. */
  CPU("cpuNanosPerMillionRecords", "CPU s per M", Unit.SECONDS),
  /** Bytes of heap that all threads took for a record. */
  ALLOCATED("allocatedBytesPerRecord", "heap B per record", Unit.RATIO),
  /** How often the collector ran. */
  GC_COUNT("gcCount", "GC", Unit.COUNT),
  /** The time that it took. */
  GC_TIME("gcNanos", "GC ms", Unit.MILLIS),
  /** The most memory that the JVM had resident, heap and all. */
  PEAK("peakResidentBytes", "peak RSS MB", Unit.MEGABYTES),
  /** From opening a closed store to its first answer. */
  OPEN("openNanos", "open ms", Unit.MILLIS),
  /** Bytes that came from the device meanwhile. */
  OPEN_READ("openDeviceReadBytes", "read to open MB", Unit.MEGABYTES),
  /** From opening a store whose owner was killed to its first answer. */
  RECOVERY("recoveryNanos", "recovery ms", Unit.MILLIS),
  /** How many records were there then. */
  RECOVERED("recoveredRecordCount", "records recovered", Unit.COUNT),
  /** How many records a receipt had been given for and that were not there. */
  LOST("lostRecordCount", "receipted and lost", Unit.COUNT),
  /** The time of an append, while a window was dropped, that 99 of 100 keep to. */
  DROP_P99("appendWhileDroppingP99Nanos", "append p99 ms, dropping", Unit.MILLIS),
  /** The longest append while a window was dropped. */
  DROP_MAX("appendWhileDroppingMaxNanos", "longest ms, dropping", Unit.MILLIS),
  /** The time of an append, while none was, that 99 of 100 keep to. */
  CALM_P99("appendElseP99Nanos", "append p99 ms, else", Unit.MILLIS),
  /** The longest append while none was. */
  CALM_MAX("appendElseMaxNanos", "longest ms, else", Unit.MILLIS),
  /** How long upkeep took that dropped windows, at most. */
  DROP_TIME("dropMaxNanos", "longest drop ms", Unit.MILLIS),
  /** How many windows were dropped. */
  DROPPED("droppedWindowCount", "windows dropped", Unit.COUNT);

  /** What a figure counts, and how it is written. */
  private enum Unit {
    PER_SECOND(1),
    MEGABYTES(1e6),
    MILLIS(1e6),
    SECONDS(1e9),
    RATIO(1),
    COUNT(1);

    private final double divisor;

    Unit(double divisor) {
      this.divisor = divisor;
    }
  }

  private static final double KILO = 1e3;
  private static final double MEGA = 1e6;

  private final String field;
  private final String title;
  private final Unit unit;

  Measure(String field, String title, Unit unit) {
    this.field = field;
    this.title = title;
    this.unit = unit;
  }

  /** Its name in JSON, whose last part is the unit. */
  public String field() {
    return field;
  }

  /** The head of its column, with the unit in which {@link #text} writes it. */
  public String title() {
    return title;
  }

  /** A value in the column's unit, with three digits that count: more would be noise. */
  public String text(double value) {
    double scaled = value / unit.divisor;
    return switch (unit) {
      case PER_SECOND -> perSecond(scaled);
      case COUNT -> String.format(Locale.ROOT, "%,.0f", scaled);
      default -> three(scaled);
    };
  }

  private static String perSecond(double value) {
    if (value >= MEGA) {
      return three(value / MEGA) + "M";
    }
    return value >= KILO ? three(value / KILO) + "k" : three(value);
  }

  /** A number with three digits that count. */
  public static String three(double value) {
    if (value >= 99.95) {
      return String.format(Locale.ROOT, "%.0f", value);
    }
    return String.format(
        Locale.ROOT, value >= 9.995 ? "%.1f" : value >= 0.9995 ? "%.2f" : "%.3f", value);
  }
}
