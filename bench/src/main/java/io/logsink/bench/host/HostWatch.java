package io.logsink.bench.host;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Watches what else the machine does, from one call to the next. Where that cannot be known, on
 * another system than Linux, it sees nothing. For one thread.
 */
public final class HostWatch {
  private final List<HostLoad> rounds = new ArrayList<>();
  private Optional<HostSample> start = HostSample.now();
  private Optional<HostSample> latest = start;

  /** Begins to watch now. */
  public HostWatch() {}

  /**
   * What the machine does while this thread waits for {@code time}.
   *
   * @throws InterruptedException when the thread was interrupted
   */
  public static Optional<HostLoad> idle(Duration time) throws InterruptedException {
    HostWatch watch = new HostWatch();
    Thread.sleep(time);
    return watch.sinceStart();
  }

  /** A round begins. */
  public void roundBegins() {
    latest = HostSample.now();
    if (rounds.isEmpty()) {
      start = latest;
    }
  }

  /** A round is over. */
  public void roundEnds() {
    Optional<HostSample> now = HostSample.now();
    between(latest, now).ifPresent(rounds::add);
    latest = now;
  }

  /** The load of each round so far. */
  public List<HostLoad> rounds() {
    return List.copyOf(rounds);
  }

  /** The load from the beginning, or the first round's, until now. */
  public Optional<HostLoad> sinceStart() {
    return between(start, HostSample.now());
  }

  private static Optional<HostLoad> between(
      Optional<HostSample> before, Optional<HostSample> after) {
    return before.flatMap(first -> after.map(second -> HostLoad.between(first, second)));
  }
}
