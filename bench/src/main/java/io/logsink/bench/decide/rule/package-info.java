/** What can be answered, by which rule, and what the owner of the logs wants. */
@NullMarked
package io.logsink.bench.decide.rule;

import org.jspecify.annotations.NullMarked;
