package io.logsink.supervisor.sysmon;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import oshi.software.os.OSProcess;
import oshi.software.os.OperatingSystem;

/** A process and its descendants, together. */
final class ProcessProbe {
  private final OperatingSystem system;
  private final long pid;
  private Map<Integer, OSProcess> before = new HashMap<>();

  ProcessProbe(OperatingSystem system, long pid) {
    this.system = system;
    this.pid = pid;
    this.before = look();
  }

  private Map<Integer, OSProcess> look() {
    List<Integer> pids =
        ProcessHandle.of(pid).stream()
            .flatMap(handle -> Stream.concat(Stream.of(handle), handle.descendants()))
            .map(handle -> Math.toIntExact(handle.pid()))
            .toList();
    Map<Integer, OSProcess> processes = new HashMap<>();
    if (!pids.isEmpty()) { // to OSHI no ids are all processes
      system.getProcesses(pids).forEach(process -> processes.put(process.getProcessID(), process));
    }
    return processes;
  }

  boolean isFor(long otherPid) {
    return pid == otherPid;
  }

  /** Adds its values; false when it has ended and has none. */
  boolean addTo(Sample sample) {
    Map<Integer, OSProcess> now = look();
    boolean runs = !now.isEmpty();
    if (runs) {
      add(sample, now);
    }
    before = now;
    return runs;
  }

  private void add(Sample sample, Map<Integer, OSProcess> now) {
    sample
        .add("cpu", "process.cpu.utilization", cores(now))
        .add(
            "rss",
            "process.memory.usage",
            now.values().stream().mapToLong(OSProcess::getResidentSetSize).sum())
        .add(
            "threads",
            "process.thread.count",
            now.values().stream().mapToLong(OSProcess::getThreadCount).sum())
        .add("processes", "process.count", now.size());
  }

  /**
   * One is a processor that did nothing else. OSHI takes the whole life where it knows no before.
   */
  private double cores(Map<Integer, OSProcess> now) {
    return now.values().stream()
        .mapToDouble(each -> each.getProcessCpuLoadBetweenTicks(before.get(each.getProcessID())))
        .sum();
  }
}
