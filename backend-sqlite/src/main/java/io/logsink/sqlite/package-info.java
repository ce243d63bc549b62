/** The {@code sqlite} backend: one SQLite database file per time window. */
@NullMarked
package io.logsink.sqlite;

import org.jspecify.annotations.NullMarked;
