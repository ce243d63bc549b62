/** A row for each record, in a commit of its own. */
@NullMarked
package io.logsink.baselines.table;

import org.jspecify.annotations.NullMarked;
