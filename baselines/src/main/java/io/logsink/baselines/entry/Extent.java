package io.logsink.baselines.entry;

/**
 * Which records can be read.
 *
 * @param count how many
 * @param oldest the oldest one's sequence, or 0
 * @param newest the newest one's sequence, or 0
 */
public record Extent(long count, long oldest, long newest) {
  /** Records numbered from 1 to {@code newest}. */
  public static Extent upTo(long newest) {
    return new Extent(newest, Math.min(1, newest), newest);
  }
}
