/** Reports in Markdown, and what they are made of. */
@NullMarked
package io.logsink.bench.report.markdown;

import org.jspecify.annotations.NullMarked;
