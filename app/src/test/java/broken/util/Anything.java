package broken.util;

import org.jspecify.annotations.NullUnmarked;

/** A package must have the name of a thing, and be null-marked. */
@NullUnmarked
final class Anything {}
