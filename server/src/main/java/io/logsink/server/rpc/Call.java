package io.logsink.server.rpc;

import io.logsink.server.wire.Field;

/**
 * One call of a method.
 *
 * @param params its parameters, an object
 * @param requestBytes how long the request is in which it stands
 * @param inBatch whether others stand there too
 * @param pass its place among the requests under way
 */
record Call(Field params, int requestBytes, boolean inBatch, Gate.Pass pass) {}
