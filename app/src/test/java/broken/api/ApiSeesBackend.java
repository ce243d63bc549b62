package broken.api;

import broken.ring.RingSettings;

/** The api must not know a backend. */
public final class ApiSeesBackend {
  public RingSettings settings() {
    return new RingSettings();
  }
}
