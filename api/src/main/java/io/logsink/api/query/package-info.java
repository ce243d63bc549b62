/**
 * What can be asked of a sink and what it answers: queries, filters, cursors, pages and histograms,
 * with the one tokeniser and the one predicate that decide what matches.
 */
@NullMarked
package io.logsink.api.query;

import org.jspecify.annotations.NullMarked;
