/** The house rules, as tests. */
@NullMarked
package io.logsink.app.house;

import org.jspecify.annotations.NullMarked;
