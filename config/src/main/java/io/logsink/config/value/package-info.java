/** How the names and values of settings are written, and mistyped. */
@NullMarked
package io.logsink.config.value;

import org.jspecify.annotations.NullMarked;
