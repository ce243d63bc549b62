/**
 * Blocks: runs of records encoded together, compressed and checksummed, with a summary to skip by.
 * The bytes are drawn in {@code docs/formats/block.md}.
 */
@NullMarked
package io.logsink.storage.block;

import org.jspecify.annotations.NullMarked;
