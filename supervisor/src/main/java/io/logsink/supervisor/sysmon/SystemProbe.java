package io.logsink.supervisor.sysmon;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToLongFunction;
import oshi.SystemInfo;
import oshi.hardware.CentralProcessor;
import oshi.hardware.GlobalMemory;
import oshi.hardware.HWDiskStore;
import oshi.hardware.HardwareAbstractionLayer;
import oshi.hardware.NetworkIF;
import oshi.hardware.VirtualMemory;

/** The system as a whole. Shares and growths are those since the sample before. */
final class SystemProbe {
  private final HardwareAbstractionLayer hardware;
  private final CentralProcessor processor;
  private final GlobalMemory memory;
  private final Path directory;
  private final Growth read;
  private final Growth written;
  private final Growth received;
  private final Growth sent;
  private long[] ticks;

  SystemProbe(SystemInfo system, Path directory) {
    this.hardware = system.getHardware();
    this.processor = hardware.getProcessor();
    this.memory = hardware.getMemory();
    this.directory = directory;
    this.ticks = processor.getSystemCpuLoadTicks();
    List<HWDiskStore> disks = hardware.getDiskStores();
    this.read = new Growth(sum(disks, HWDiskStore::getReadBytes));
    this.written = new Growth(sum(disks, HWDiskStore::getWriteBytes));
    List<NetworkIF> networks = hardware.getNetworkIFs();
    this.received = new Growth(sum(networks, NetworkIF::getBytesRecv));
    this.sent = new Growth(sum(networks, NetworkIF::getBytesSent));
  }

  private static <T> long sum(List<T> devices, ToLongFunction<T> counter) {
    return devices.stream().mapToLong(counter).sum();
  }

  void addTo(Sample sample) {
    addProcessor(sample);
    addMemory(sample);
    addRoom(sample);
    addDisks(sample);
    addNetworks(sample);
  }

  private void addProcessor(Sample sample) {
    long[] now = processor.getSystemCpuLoadTicks();
    double share = processor.getSystemCpuLoadBetweenTicks(ticks, now);
    ticks = now;
    double[] loads = processor.getSystemLoadAverage(3);
    sample
        .add("cpu", "system.cpu.utilization", share)
        .add("load1", "system.cpu.load_average.1m", loads[0])
        .add("load5", "system.cpu.load_average.5m", loads[1])
        .add("load15", "system.cpu.load_average.15m", loads[2]);
  }

  private void addMemory(Sample sample) {
    long total = memory.getTotal();
    long available = memory.getAvailable();
    VirtualMemory swap = memory.getVirtualMemory();
    sample
        .add("mem.used", "system.memory.usage", total - available)
        .add("mem.available", "system.memory.available", available)
        .add("mem.total", "system.memory.limit", total)
        .add("swap.used", "system.paging.usage", swap.getSwapUsed())
        .add("swap.total", "system.paging.limit", swap.getSwapTotal());
  }

  /** Left out when the folder is not there, now or at all. */
  private void addRoom(Sample sample) {
    try {
      FileStore store = Files.getFileStore(directory);
      sample
          .add("disk.free", "system.filesystem.free", store.getUsableSpace())
          .add("disk.total", "system.filesystem.limit", store.getTotalSpace());
    } catch (IOException _) {
      // said in the documentation; the other values are as good as ever
    }
  }

  private void addDisks(Sample sample) {
    List<HWDiskStore> disks = hardware.getDiskStores();
    sample
        .add("disk.read", "system.disk.io.read", read.to(sum(disks, HWDiskStore::getReadBytes)))
        .add(
            "disk.written",
            "system.disk.io.write",
            written.to(sum(disks, HWDiskStore::getWriteBytes)));
  }

  private void addNetworks(Sample sample) {
    List<NetworkIF> networks = hardware.getNetworkIFs();
    sample
        .add(
            "net.received",
            "system.network.io.receive",
            received.to(sum(networks, NetworkIF::getBytesRecv)))
        .add(
            "net.sent",
            "system.network.io.transmit",
            sent.to(sum(networks, NetworkIF::getBytesSent)));
  }
}
