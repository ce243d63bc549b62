/** A running pipeline for others: JSON-RPC and metrics, over HTTP on loopback and a Unix socket. */
@NullMarked
package io.logsink.server;

import org.jspecify.annotations.NullMarked;
