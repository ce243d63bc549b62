/** SQLite databases with what a matrix varies and the product does not offer. */
@NullMarked
package io.logsink.bench.database;

import org.jspecify.annotations.NullMarked;
