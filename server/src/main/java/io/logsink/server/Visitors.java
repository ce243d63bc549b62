package io.logsink.server;

import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;

/**
 * Tells programs of this machine from web pages that its browser shows. A page of a stranger can
 * have the browser send requests here, yet can neither take its {@code Origin} off them nor, when
 * its own name is made to mean this machine, write another {@code Host}.
 */
final class Visitors {
  private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

  private Visitors() {}

  /** Why the request is refused, or null. */
  static @Nullable String refusal(HttpFields headers) {
    String host = headers.get(HttpHeader.HOST);
    if (host == null || !OWN_NAMES.contains(name(host))) {
      return "the header Host must name localhost, 127.0.0.1 or [::1], not " + host;
    }
    String origin = headers.get(HttpHeader.ORIGIN);
    if (origin != null && !origin.equalsIgnoreCase("http://" + host)) {
      return "pages of the origin %s may not ask this server".formatted(origin);
    }
    return null;
  }

  private static String name(String host) {
    return host.replaceFirst(":[0-9]*$", "").toLowerCase(Locale.ROOT);
  }

  /** Whether the body is said to be JSON, which a page of a stranger cannot say unasked. */
  static boolean sendsJson(HttpFields headers) {
    String type = HttpField.getValueParameters(headers.get(HttpHeader.CONTENT_TYPE), null);
    return type != null && type.equalsIgnoreCase("application/json");
  }
}
