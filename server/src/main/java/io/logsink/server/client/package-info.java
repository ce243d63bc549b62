/** Asks a server: what a process does that wants records of a store that another one owns. */
@NullMarked
package io.logsink.server.client;

import org.jspecify.annotations.NullMarked;
