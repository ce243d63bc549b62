package io.logsink.bench.decide.layout;

import io.logsink.bench.Promise;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A store as it was measured on this machine.
 *
 * @param backend the backend's name
 * @param label what it was called where it was measured
 * @param atLeast whether it may hold more than {@code rate}
 * @param rate the highest rate that it holds, in records a second; 0 when it holds none
 * @param meanBytes the mean length of the bodies that it was measured with
 * @param promise what a record survives
 * @param settings what it was opened with, as far as that decides how fast it is
 * @param diskPerByte bytes on disk for each byte of bodies, when that is known
 * @param evidence what that is known from
 */
public record Store(
    String backend,
    String label,
    boolean atLeast,
    double rate,
    double meanBytes,
    Promise promise,
    Map<String, String> settings,
    OptionalDouble diskPerByte,
    List<Evidence> evidence) {
  /** Copies the collections. */
  public Store {
    settings = Map.copyOf(settings);
    evidence = List.copyOf(evidence);
  }

  /**
   * How much of what it holds a load takes, 1 is all. Lines that are longer than those that it was
   * measured with count by their bytes.
   */
  public double share(Load load) {
    if (load.records() == 0) {
      return 0;
    }
    double byBytes = meanBytes == 0 ? 0 : load.bytes() / (rate * meanBytes);
    return Math.max(load.records() / rate, byBytes);
  }

  /** Whether it promises all of {@code need}. */
  public boolean promises(Promise need) {
    return promise.onAppend().atLeast(need.onAppend()) && promise.onSync().atLeast(need.onSync());
  }
}
