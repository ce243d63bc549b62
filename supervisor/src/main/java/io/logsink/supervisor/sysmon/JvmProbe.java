package io.logsink.supervisor.sysmon;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.function.ToLongFunction;

/** This JVM. */
final class JvmProbe {
  private final Growth collections = new Growth(sum(GarbageCollectorMXBean::getCollectionCount));
  private final Growth millis = new Growth(sum(GarbageCollectorMXBean::getCollectionTime));

  private static long sum(ToLongFunction<GarbageCollectorMXBean> counter) {
    List<GarbageCollectorMXBean> collectors = ManagementFactory.getGarbageCollectorMXBeans();
    return collectors.stream().mapToLong(counter).filter(count -> count > 0).sum();
  }

  void addTo(Sample sample) {
    MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    sample
        .add("heap.used", "jvm.memory.used", heap.getUsed())
        .add("heap.max", "jvm.memory.limit", heap.getMax())
        .add(
            "gc.count",
            "jvm.gc.count",
            collections.to(sum(GarbageCollectorMXBean::getCollectionCount)))
        .add(
            "gc.millis",
            "jvm.gc.millis",
            millis.to(sum(GarbageCollectorMXBean::getCollectionTime)));
  }
}
