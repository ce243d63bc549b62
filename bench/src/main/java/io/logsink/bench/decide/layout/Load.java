package io.logsink.bench.decide.layout;

/**
 * What comes in a second.
 *
 * @param records how many records
 * @param bytes the bytes of their bodies
 */
public record Load(double records, double bytes) {
  /** Nothing. */
  public static final Load NONE = new Load(0, 0);

  /** Both together. */
  public Load plus(Load other) {
    return new Load(records + other.records, bytes + other.bytes);
  }
}
