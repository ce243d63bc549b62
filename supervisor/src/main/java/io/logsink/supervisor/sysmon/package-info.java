/** Samples of the system, of this process and of the supervised ones, as records. */
@NullMarked
package io.logsink.supervisor.sysmon;

import org.jspecify.annotations.NullMarked;
