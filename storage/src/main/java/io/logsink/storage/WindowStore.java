package io.logsink.storage;

import io.logsink.api.Access;
import io.logsink.api.BackendConfig;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkException;

/**
 * A store of time windows in one folder: the lock, the manifest, the sequence, rolling, sealing,
 * retention and reading across windows, for any {@link WindowFormat}. See {@code
 * docs/formats/store.md}.
 */
public final class WindowStore {
  private WindowStore() {}

  /**
   * Opens the store in {@code store.directory()}; as owner, makes it when it is not there.
   *
   * @param format how its windows are kept
   * @param store where it is, when it rolls and what it keeps
   * @param config says as what to open it, and has the clock; its settings are not looked at
   * @return the open sink, which the caller closes
   * @throws io.logsink.api.SinkUnavailableException when somebody else owns it, when the folder
   *     cannot be used, or when there is no store to read
   * @throws io.logsink.api.SinkFullException when there is no room to make it
   * @throws io.logsink.api.SinkCorruptException when its manifest cannot be read, or it is of
   *     another backend or version; nothing was changed
   */
  public static LogSink open(WindowFormat format, StoreSettings store, BackendConfig config)
      throws LogSinkException {
    StoreOpening opening = new StoreOpening(format, store);
    return config.access() == Access.OWNER ? opening.asOwner(config.clock()) : opening.toRead();
  }
}
