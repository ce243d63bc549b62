package io.logsink.storage;

import java.nio.file.Path;

/**
 * The settings that every store of windows has.
 *
 * @param directory the store's folder
 * @param window when to roll to a new window
 * @param retention when to drop old ones
 */
public record StoreSettings(Path directory, WindowSettings window, RetentionSettings retention) {}
