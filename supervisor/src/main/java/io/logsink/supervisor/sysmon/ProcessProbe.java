package io.logsink.supervisor.sysmon;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import oshi.software.os.OSProcess;
import oshi.software.os.OperatingSystem;

/** A process, alone or with its descendants. */
final class ProcessProbe {
  private final OperatingSystem system;
  private final long pid;
  private final boolean descendants;
  private final String prefix;
  private Map<Integer, OSProcess> before;

  private ProcessProbe(OperatingSystem system, long pid, boolean descendants, String prefix) {
    this.system = system;
    this.pid = pid;
    this.descendants = descendants;
    this.prefix = prefix;
    this.before = look();
  }

  /** This process, without its descendants: those are the services. */
  static ProcessProbe own(OperatingSystem system) {
    return new ProcessProbe(system, ProcessHandle.current().pid(), false, "own.");
  }

  /** A service's process and its descendants, together. */
  static ProcessProbe service(OperatingSystem system, long pid) {
    return new ProcessProbe(system, pid, true, "");
  }

  private Map<Integer, OSProcess> look() {
    List<Integer> pids =
        ProcessHandle.of(pid).stream()
            .flatMap(this::members)
            .map(handle -> Math.toIntExact(handle.pid()))
            .toList();
    Map<Integer, OSProcess> processes = new HashMap<>();
    if (!pids.isEmpty()) { // to OSHI no ids are all processes
      system.getProcesses(pids).forEach(process -> processes.put(process.getProcessID(), process));
    }
    return processes;
  }

  private Stream<ProcessHandle> members(ProcessHandle handle) {
    return Stream.concat(Stream.of(handle), descendants ? handle.descendants() : Stream.empty());
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
        .add(prefix + "cpu", "process.cpu.utilization", cores(now))
        .add(
            prefix + "rss",
            "process.memory.usage",
            now.values().stream().mapToLong(OSProcess::getResidentSetSize).sum())
        .add(
            prefix + "threads",
            "process.thread.count",
            now.values().stream().mapToLong(OSProcess::getThreadCount).sum())
        .add(prefix + "processes", "process.count", now.size());
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
