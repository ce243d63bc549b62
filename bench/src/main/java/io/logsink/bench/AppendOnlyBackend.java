package io.logsink.bench;

import io.logsink.api.LogSinkBackend;

/**
 * A backend that cannot be read: it appends each record as a line of text to plain files in the
 * {@code directory} of its settings, as a logging library does, and keeps every file. The bench
 * counts the lines instead of reading records, and asks it nothing.
 */
public interface AppendOnlyBackend extends LogSinkBackend {}
