/** What was measured as a document for people: HTML with charts, Markdown, or text. */
@NullMarked
package io.logsink.bench.document;

import org.jspecify.annotations.NullMarked;
