/** JMH benchmarks of the inner loops that all backends share. */
@NullMarked
package io.logsink.bench.micro;

import org.jspecify.annotations.NullMarked;
