package io.logsink.bench.compare;

import io.logsink.bench.Contender;

/**
 * What takes part in a comparison.
 *
 * @param contender a backend with its settings
 * @param plantedSlowdown by how much each of its appends is made to take longer, to see whether the
 *     comparison notices: 0.2 is 20 %; 0 to 10
 */
public record Arm(Contender contender, double plantedSlowdown) {
  private static final double MOST = 10;

  /** Checks the slowdown. */
  public Arm {
    if (!(plantedSlowdown >= 0 && plantedSlowdown <= MOST)) {
      throw new IllegalArgumentException(
          "a planted slowdown must be 0 %% to 1000 %%, not %.0f %%"
              .formatted(100 * plantedSlowdown));
    }
  }

  /** As it is. */
  public static Arm of(Contender contender) {
    return new Arm(contender, 0);
  }

  /** This arm with a slowdown. */
  public Arm slowedBy(double share) {
    return new Arm(contender, share);
  }

  /** What it is called. */
  public String label() {
    return contender.label();
  }

  /** Whether {@code other} does the same, whatever it is called. */
  boolean isLike(Arm other) {
    return contender.backend().name().equals(other.contender.backend().name())
        && contender.settings().equals(other.contender.settings());
  }
}
