/** Results for people: pages that are written as Markdown, or for a terminal in short. */
@NullMarked
package io.logsink.bench.page;

import org.jspecify.annotations.NullMarked;
