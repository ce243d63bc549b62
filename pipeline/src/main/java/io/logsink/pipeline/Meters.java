package io.logsink.pipeline;

import java.time.Duration;

/**
 * How fast the accounts grow; see {@link MovingRate}. Each tick mixes the rate since the last one
 * into weighted sums, {@code sum = kept * sum + (1 - kept) * rate} with {@code kept = exp(-elapsed
 * / window)}, so ticks may come late. The weights are summed in the same way, and a sum by its
 * weight is the mean over what was seen. All accounts have the weights in common: a source that
 * came later had a rate of zero before, and so the rates of the sources add up to that of all.
 *
 * <p>Guarded by the flow's lock.
 */
final class Meters {
  /** How often the rates are taken anew. */
  static final Duration INTERVAL = Duration.ofSeconds(5);

  private static final double NANOS_PER_SECOND = 1e9;
  private static final double[] WINDOW_SECONDS = {60, 300, 900};

  private final Accounts accounts;
  private final PipelineClock clock;
  private final double[] weights = perWindow();
  private long tickNanos;

  Meters(Accounts accounts, PipelineClock clock) {
    this.accounts = accounts;
    this.clock = clock;
  }

  /** A zero for each window. */
  static double[] perWindow() {
    return new double[WINDOW_SECONDS.length];
  }

  /** Begins; what was counted before is no part of any rate. */
  void start() {
    tickNanos = clock.nanos();
    accounts.all().forEach(Account::startMeters);
  }

  void tick() {
    double seconds = (clock.nanos() - tickNanos) / NANOS_PER_SECOND;
    if (seconds <= 0) {
      return;
    }
    tickNanos = clock.nanos();
    Tick tick = new Tick(seconds);
    accounts.all().forEach(account -> account.tick(tick));
    tick.mix(weights, seconds);
  }

  SourceRates of(Account account) {
    return account.rates(weights);
  }

  /** A step of time. */
  static final class Tick {
    private final double seconds;

    /** How much of what was before each window keeps. */
    private final double[] kept = perWindow();

    private Tick(double seconds) {
      this.seconds = seconds;
      for (int i = 0; i < kept.length; i++) {
        kept[i] = Math.exp(-seconds / WINDOW_SECONDS[i]);
      }
    }

    /** Mixes {@code amount}, by its time, into {@code sums}. */
    void mix(double[] sums, double amount) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] = kept[i] * sums[i] + (1 - kept[i]) * amount / seconds;
      }
    }
  }
}
