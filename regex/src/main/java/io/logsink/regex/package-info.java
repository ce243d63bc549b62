/**
 * Regular expressions that run in time linear in the text, for the {@code matches} filter of a
 * query.
 */
@NullMarked
package io.logsink.regex;

import org.jspecify.annotations.NullMarked;
