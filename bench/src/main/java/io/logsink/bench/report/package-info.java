/** What was measured, as a table, Markdown, JSON and in plain words. */
@NullMarked
package io.logsink.bench.report;

import org.jspecify.annotations.NullMarked;
