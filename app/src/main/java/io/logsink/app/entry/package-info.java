/** How entries are printed: as text, JSON or raw bytes. */
@NullMarked
package io.logsink.app.entry;

import org.jspecify.annotations.NullMarked;
