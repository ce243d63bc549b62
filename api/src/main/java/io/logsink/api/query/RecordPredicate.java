package io.logsink.api.query;

import io.logsink.api.record.LogRecord;
import java.util.function.Predicate;

/**
 * Decides exactly whether a record matches. Made by {@link LogFilter#predicate()}; for one thread.
 */
@FunctionalInterface
public interface RecordPredicate extends Predicate<LogRecord> {}
