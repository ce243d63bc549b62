/** What can be done where it is not enough: other settings, reducers, other backends. */
@NullMarked
package io.logsink.bench.decide.remedy;

import org.jspecify.annotations.NullMarked;
