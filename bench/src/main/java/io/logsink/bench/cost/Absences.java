package io.logsink.bench.cost;

import io.logsink.bench.stretch.Measure;
import io.logsink.bench.stretch.OwnProcess;
import io.logsink.bench.stretch.Usage;
import java.util.SortedMap;
import java.util.TreeMap;

/** What this system does not tell. */
final class Absences {
  private Absences() {}

  static SortedMap<Measure, String> here() {
    SortedMap<Measure, String> absent = new TreeMap<>();
    if (Usage.now().deviceWrittenBytes().isEmpty()) {
      absent.put(Measure.DEVICE, "absent: this system has no /proc/self/io to read");
      absent.put(Measure.OPEN_READ, "absent: this system has no /proc/self/io to read");
    }
    if (OwnProcess.peakBytes().isEmpty()) {
      absent.put(Measure.PEAK, "absent: this system has no /proc/self/status");
    } else if (!OwnProcess.resetPeak()) {
      absent.put(Measure.PEAK, "of the JVM's whole life: the peak cannot be reset here");
    }
    return absent;
  }
}
