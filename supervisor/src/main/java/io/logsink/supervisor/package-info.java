/** Real producers: processes whose lines become records, and samples of the system. */
@NullMarked
package io.logsink.supervisor;

import org.jspecify.annotations.NullMarked;
