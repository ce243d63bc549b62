/** How records, filters, pages and errors look as JSON, for the server and its client alike. */
@NullMarked
package io.logsink.server.wire;

import org.jspecify.annotations.NullMarked;
