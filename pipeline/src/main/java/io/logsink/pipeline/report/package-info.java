/**
 * The statistics of pipelines in the forms in which others read them: a tree for JSON, a line of
 * text, Prometheus metrics. Names and units stand in {@code docs/stats.md}.
 */
@NullMarked
package io.logsink.pipeline.report;

import org.jspecify.annotations.NullMarked;
