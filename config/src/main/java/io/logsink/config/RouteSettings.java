package io.logsink.config;

/**
 * An element of {@code logsink.routes}. Both have to be set.
 *
 * @param sources the glob of the sources it is for
 * @param backend the name of the backend that they go to
 */
record RouteSettings(String sources, String backend) {
  /** Nothing is set. */
  static final RouteSettings UNSET = new RouteSettings("", "");
}
