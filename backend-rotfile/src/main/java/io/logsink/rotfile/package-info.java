/**
 * The {@code rotfile} backend: rotating files that grep can read, with a Lucene index over their
 * blocks.
 */
@NullMarked
package io.logsink.rotfile;

import org.jspecify.annotations.NullMarked;
