package io.logsink.bench.capacity;

import io.logsink.api.LogSinkException;
import io.logsink.bench.capacity.Capacity.Outcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the highest rate that holds. First the rate is doubled until it does not hold (or
 * halved until it does), then the stretch between is halved until it is as short as the resolution
 * asks, and then the rate that was found has to hold again, several times in a row.
 *
 * <p>A rate counts as refused when it fails twice, so that one hiccup of the machine does not make
 * a store look slow; and a rate is only reported when it held each time in the end, so that one
 * lucky trial does not make it look fast. A rate that fails while it is confirmed is refused, and
 * the next lower one is confirmed instead.
 *
 * <p>Where the producers cannot keep to a rate, nothing is known about the store at that rate; when
 * that is what ends the search, the outcome is "at least". For one thread, and once.
 */
public final class CapacitySearch {
  private static final double LOWEST_RATE = 10;
  private static final double ROUNDING = 1e-9;

  private final CapacityLimits limits;
  private final RateTrial trial;
  private final List<Trial> trials = new ArrayList<>();
  private double heldRate;
  private @Nullable Trial refused;
  private boolean broken;

  /** A search with {@code trial}. */
  public CapacitySearch(CapacityLimits limits, RateTrial trial) {
    this.limits = limits;
    this.trial = trial;
  }

  /**
   * Searches.
   *
   * @throws LogSinkException when a trial throws it
   * @throws IOException when a trial throws it
   * @throws InterruptedException when the thread was interrupted
   */
  public Capacity run() throws LogSinkException, IOException, InterruptedException {
    climb();
    descend();
    narrow();
    return confirm();
  }

  /** Doubles until a rate is refused or there is none higher. */
  private void climb() throws LogSinkException, IOException, InterruptedException {
    double rate = limits.startRate();
    while (mayTry() && refused == null && heldRate < limits.maxRate()) {
      tryRate(rate);
      rate = Math.min(2 * rate, limits.maxRate());
    }
  }

  /** Halves until a rate holds, when none has. */
  private void descend() throws LogSinkException, IOException, InterruptedException {
    while (mayTry() && refused != null && heldRate == 0 && refused.rate() > LOWEST_RATE) {
      tryRate(Math.max(LOWEST_RATE, refused.rate() / 2));
    }
  }

  private void narrow() throws LogSinkException, IOException, InterruptedException {
    while (mayTry() && heldRate > 0 && refused != null && !isClose(refused)) {
      tryRate(Math.sqrt(heldRate * refused.rate()));
    }
  }

  private boolean isClose(Trial upper) {
    return upper.rate() <= heldRate * (1 + limits.resolution()) * (1 + ROUNDING);
  }

  private Capacity confirm() throws LogSinkException, IOException, InterruptedException {
    int count = 0;
    while (mayTry() && heldRate > 0 && count < limits.confirmCount()) {
      Trial again = attempt(heldRate);
      count++;
      if (!again.held()) {
        count = 0;
        refused = again;
        heldRate = again.rate() / (1 + limits.resolution());
      }
    }
    return new Capacity(outcome(count), heldRate, Optional.ofNullable(refused), count, trials);
  }

  private Outcome outcome(int confirmCount) {
    Trial upper = refused;
    if (broken) {
      return Outcome.BROKEN;
    }
    boolean told = upper != null && upper.verdict() != Verdict.GENERATOR;
    if (confirmCount < limits.confirmCount()) {
      return mayTry() && told ? Outcome.NONE : Outcome.UNSURE;
    }
    if (upper == null || !told) {
      return Outcome.AT_LEAST;
    }
    return isClose(upper) ? Outcome.FOUND : Outcome.UNSURE;
  }

  /** Tries a rate, a second time if it fails. */
  private void tryRate(double rate) throws LogSinkException, IOException, InterruptedException {
    Trial tried = attempt(rate);
    if (!tried.held() && mayTry()) {
      tried = attempt(rate);
    }
    if (tried.held()) {
      heldRate = rate;
    } else {
      refused = tried;
    }
  }

  private Trial attempt(double rate) throws LogSinkException, IOException, InterruptedException {
    Trial tried = trial.at(rate);
    trials.add(tried);
    if (tried.verdict() == Verdict.BROKEN) {
      broken = true;
      refused = tried;
    }
    return tried;
  }

  private boolean mayTry() {
    return !broken && trials.size() < limits.maxTrialCount();
  }
}
