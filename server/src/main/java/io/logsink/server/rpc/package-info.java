/** The methods of JSON-RPC and how they are called; knows nothing of connections. */
@NullMarked
package io.logsink.server.rpc;

import org.jspecify.annotations.NullMarked;
