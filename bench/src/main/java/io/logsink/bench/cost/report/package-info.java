/** What a measurement of costs says, for people and for programs. */
@NullMarked
package io.logsink.bench.cost.report;

import org.jspecify.annotations.NullMarked;
