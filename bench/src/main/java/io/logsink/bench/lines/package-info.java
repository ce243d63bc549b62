/** Where the lines come from that the bench appends. */
@NullMarked
package io.logsink.bench.lines;

import org.jspecify.annotations.NullMarked;
