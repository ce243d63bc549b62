/** Results for people: each kind of result as a document. */
@NullMarked
package io.logsink.bench.page;

import org.jspecify.annotations.NullMarked;
