/** A decision in words, as JSON and as Markdown. */
@NullMarked
package io.logsink.bench.decide.report;

import org.jspecify.annotations.NullMarked;
