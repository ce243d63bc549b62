/** A search index with a document for each record. */
@NullMarked
package io.logsink.baselines.index;

import org.jspecify.annotations.NullMarked;
