package io.logsink.storage;

import io.logsink.api.LogSinkException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Bounds how many sealed windows are open at a time: the one used longest ago is closed, if nobody
 * uses it just now.
 */
final class OpenWindows {
  private static final int MAX_COUNT = 16;

  private final Map<WindowHandle, Boolean> byLastUse = new LinkedHashMap<>(16, 0.75f, true);

  /** Notes that {@code handle} was used. */
  synchronized void used(WindowHandle handle) throws LogSinkException {
    if (handle.entry().state() == WindowState.ACTIVE
        || handle.entry().state() == WindowState.ROLLED) {
      return;
    }
    byLastUse.put(handle, true);
    if (byLastUse.size() > MAX_COUNT) {
      Iterator<WindowHandle> oldest = byLastUse.keySet().iterator();
      WindowHandle evicted = oldest.next();
      oldest.remove();
      evicted.closeIfIdle();
    }
  }

  synchronized void forget(WindowHandle handle) {
    byLastUse.remove(handle);
  }
}
