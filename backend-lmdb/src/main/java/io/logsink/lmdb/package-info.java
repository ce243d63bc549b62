/** The {@code lmdb} backend: one LMDB environment per time window. */
@NullMarked
package io.logsink.lmdb;

import org.jspecify.annotations.NullMarked;
