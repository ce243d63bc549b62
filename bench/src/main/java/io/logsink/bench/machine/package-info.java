/** What the figures were measured on. */
@NullMarked
package io.logsink.bench.machine;

import org.jspecify.annotations.NullMarked;
