/** What to do about the logs: keep, speed up, reduce or move; by rules, from what was measured. */
@NullMarked
package io.logsink.bench.decide;

import org.jspecify.annotations.NullMarked;
