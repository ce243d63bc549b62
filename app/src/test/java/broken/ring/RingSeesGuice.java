package broken.ring;

import broken.api.ApiSeesBackend;
import com.google.inject.Injector;

/** A backend must not know Guice; and with the api that sees it, it makes a cycle. */
final class RingSeesGuice {
  RingSettings settings(Injector injector) {
    return injector.getInstance(ApiSeesBackend.class).settings();
  }
}
