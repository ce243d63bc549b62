/** What else the machine does while something is measured. */
@NullMarked
package io.logsink.bench.host;

import org.jspecify.annotations.NullMarked;
