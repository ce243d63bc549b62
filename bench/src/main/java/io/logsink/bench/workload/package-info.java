/** Who sends what, how fast, and who reads meanwhile: workloads, read from files and recorded. */
@NullMarked
package io.logsink.bench.workload;

import org.jspecify.annotations.NullMarked;
