package io.logsink.supervisor.sysmon;

import io.logsink.api.record.LogRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import oshi.SystemInfo;
import oshi.software.os.OperatingSystem;

/** Takes samples. Used by one thread. */
final class Sampler {
  private final SystemProbe system;
  private final ProcessProbe own;
  private final JvmProbe jvm = new JvmProbe();
  private final OperatingSystem processes;
  private final Supplier<? extends Map<String, Long>> pids;
  private final Map<String, ProcessProbe> services = new HashMap<>();

  /**
   * A sampler, whose first sample is about the time from now on.
   *
   * @param pids the services' processes by name
   */
  Sampler(SysmonSettings settings, Supplier<? extends Map<String, Long>> pids) {
    SystemInfo info = new SystemInfo();
    this.processes = info.getOperatingSystem();
    this.system = new SystemProbe(info, settings.directory());
    this.own = ProcessProbe.own(processes);
    this.pids = settings.services() ? pids : Map::of;
  }

  /** The system and this process, then each service that has not ended meanwhile. */
  List<LogRecord> sample(Instant time) {
    List<LogRecord> records = new ArrayList<>();
    records.add(own(time));
    SortedMap<String, Long> running = new TreeMap<>(pids.get());
    services.keySet().retainAll(running.keySet());
    running.forEach((name, pid) -> addService(records, name, pid, time));
    return records;
  }

  private LogRecord own(Instant time) {
    Sample sample = new Sample();
    system.addTo(sample);
    boolean _ = own.addTo(sample);
    jvm.addTo(sample);
    return sample.record(time);
  }

  private void addService(List<LogRecord> records, String name, long pid, Instant time) {
    ProcessProbe probe =
        services.compute(
            name,
            (_, known) ->
                known != null && known.isFor(pid) ? known : ProcessProbe.service(processes, pid));
    Sample sample = new Sample().add("service", "service", name).add("pid", "process.pid", pid);
    if (probe.addTo(sample)) {
      records.add(sample.record(time));
    }
  }
}
