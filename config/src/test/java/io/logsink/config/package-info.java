/** Tests of the configuration, with backends made for them. */
@NullMarked
package io.logsink.config;

import org.jspecify.annotations.NullMarked;
