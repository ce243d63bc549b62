/** What a matrix says, for people and for programs. */
@NullMarked
package io.logsink.bench.matrix.report;

import org.jspecify.annotations.NullMarked;
