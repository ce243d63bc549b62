/**
 * The bounded way from producers to a sink. Everything goes through {@link
 * io.logsink.pipeline.LogPipeline}; the law that it keeps is in {@code docs/pipeline.md}.
 */
@NullMarked
package io.logsink.pipeline;

import org.jspecify.annotations.NullMarked;
