/** A decision as the config that carries it out. */
@NullMarked
package io.logsink.bench.decide.advice;

import org.jspecify.annotations.NullMarked;
