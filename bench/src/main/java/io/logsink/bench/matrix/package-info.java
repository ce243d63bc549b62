/** What each setting of SQLite costs, measured with all else equal. */
@NullMarked
package io.logsink.bench.matrix;

import org.jspecify.annotations.NullMarked;
