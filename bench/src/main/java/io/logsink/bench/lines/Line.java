package io.logsink.bench.lines;

import io.logsink.api.record.LogBody;
import io.logsink.api.record.Source;

/** A line and who wrote it. */
record Line(Source source, LogBody body) {}
