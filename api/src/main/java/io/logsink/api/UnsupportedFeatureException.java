package io.logsink.api;

/**
 * The sink was asked for something that its {@link Capabilities} do not declare. A mistake of the
 * caller, so not checked.
 */
public final class UnsupportedFeatureException extends UnsupportedOperationException {
  private static final long serialVersionUID = 1L;

  private final Feature feature;

  /** With the backend's name and what it cannot do. */
  public UnsupportedFeatureException(String backend, Feature feature) {
    super(
        "backend %s does not have %s; ask capabilities() before you use it"
            .formatted(backend, feature));
    this.feature = feature;
  }

  /** What was asked for. */
  public Feature feature() {
    return feature;
  }
}
