package io.logsink.bench.stretch;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What this process has taken of the machine since it began, all its threads together: those of the
 * bench and of the JVM too.
 *
 * @param cpuNanos processor time
 * @param gcCount how often the collector ran
 * @param gcNanos the time that it took
 * @param allocatedBytes bytes of heap that Java threads took
 * @param deviceReadBytes bytes that the kernel fetched from a device; empty where it does not say
 * @param deviceWrittenBytes bytes given to the kernel for a device, but for those it was told to
 *     forget; empty where it does not say
 */
public record Usage(
    long cpuNanos,
    long gcCount,
    long gcNanos,
    long allocatedBytes,
    OptionalLong deviceReadBytes,
    OptionalLong deviceWrittenBytes) {
  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final double MILLION = 1e6;

  /** As it is now. */
  public static Usage now() {
    List<GarbageCollectorMXBean> collectors = ManagementFactory.getGarbageCollectorMXBeans();
    long millis = collectors.stream().mapToLong(GarbageCollectorMXBean::getCollectionTime).sum();
    return new Usage(
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime(),
        collectors.stream().mapToLong(GarbageCollectorMXBean::getCollectionCount).sum(),
        millis * NANOS_PER_MILLI,
        ManagementFactory.getPlatformMXBean(ThreadMXBean.class).getTotalThreadAllocatedBytes(),
        OwnProcess.deviceBytes("read_bytes"),
        OwnProcess.deviceBytes("write_bytes"));
  }

  /** What was taken between {@code earlier} and this. */
  public Usage since(Usage earlier) {
    return new Usage(
        cpuNanos - earlier.cpuNanos,
        gcCount - earlier.gcCount,
        gcNanos - earlier.gcNanos,
        allocatedBytes - earlier.allocatedBytes,
        difference(deviceReadBytes, earlier.deviceReadBytes),
        difference(deviceWrittenBytes, earlier.deviceWrittenBytes));
  }

  private static OptionalLong difference(OptionalLong later, OptionalLong earlier) {
    return later.isPresent() && earlier.isPresent()
        ? OptionalLong.of(later.getAsLong() - earlier.getAsLong())
        : OptionalLong.empty();
  }

  /** What that is for each of so many records and bytes of bodies, if there are any. */
  public Map<Measure, Double> figures(long recordCount, long bodyBytes) {
    Map<Measure, Double> figures = new EnumMap<>(Measure.class);
    if (recordCount > 0) {
      figures.put(Measure.CPU, cpuNanos * MILLION / recordCount);
      figures.put(Measure.ALLOCATED, (double) allocatedBytes / recordCount);
    }
    figures.put(Measure.GC_COUNT, (double) gcCount);
    figures.put(Measure.GC_TIME, (double) gcNanos);
    deviceWrittenBytes.ifPresent(
        bytes -> figures.put(Measure.DEVICE, (double) bytes / Math.max(1, bodyBytes)));
    return figures;
  }
}
