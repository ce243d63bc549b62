package broken.sqlite;

import broken.ring.RingSettings;

/** A backend must not know another. */
final class SqliteSeesRing {
  RingSettings settings() {
    return new RingSettings();
  }
}
