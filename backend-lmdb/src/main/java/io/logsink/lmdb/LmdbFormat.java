package io.logsink.lmdb;

import io.logsink.api.Capabilities;
import io.logsink.api.Feature;
import io.logsink.api.LogSinkException;
import io.logsink.api.Visibility;
import io.logsink.api.record.LogBatch;
import io.logsink.api.record.LogBody;
import io.logsink.storage.Faults;
import io.logsink.storage.Window;
import io.logsink.storage.WindowFormat;
import java.nio.file.Path;

/** Windows as LMDB environments: see {@code docs/formats/lmdb.md}. */
final class LmdbFormat implements WindowFormat {
  /**
   * Address space, not disk: a window that is nearly full still takes the largest batch of bodies,
   * with as much again for attributes, the pages' unused ends and copies of tree pages.
   */
  private static final long HEADROOM_BYTES = 2 * LogBatch.MAX_BODY_BYTES;

  private final LmdbSettings settings;
  private final BlockWriter blockWriter;
  private final long mapBytes;

  LmdbFormat(LmdbSettings settings) {
    this.settings = settings;
    this.blockWriter = new BlockWriter(settings.blockRecordCount(), settings.zstdLevel());
    this.mapBytes = settings.window().maxBytes() + HEADROOM_BYTES;
  }

  @Override
  public String backend() {
    return LmdbBackend.NAME;
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Capabilities capabilities() {
    return Capabilities.least()
        .withDurability(settings.flush().onAppend(), settings.flush().onSync())
        .withVisibility(Visibility.ON_APPEND)
        .withMaxRecordBytes(LogBody.MAX_BYTES)
        .with(Feature.values());
  }

  @Override
  public Window create(Path folder) throws LogSinkException {
    WindowFiles files = files(folder);
    files.create();
    LmdbWindow window = openActive(files);
    try {
      window.syncNow();
      files.syncNames();
      return window;
    } catch (LogSinkException e) {
      window.close();
      throw e;
    }
  }

  @Override
  public Window openForAppend(Path folder) throws LogSinkException {
    WindowFiles files = files(folder);
    if (files.isSealed()) {
      return openSealed(files);
    }
    files.deleteTemporary();
    return openActive(files);
  }

  private LmdbWindow openActive(WindowFiles files) throws LogSinkException {
    files.createLock();
    Environment environment =
        Environment.toAppend(
            files.active(), mapBytes, settings.flush(), files.faults().at(files.active()));
    environment.forgetDeadReaders();
    return window(files, environment, false);
  }

  @Override
  public Window openForRead(Path folder) throws LogSinkException {
    WindowFiles files = files(folder);
    if (files.isSealed()) {
      return openSealed(files);
    }
    Faults faults = files.faults().at(files.active());
    return window(files, Environment.toRead(files.active(), mapBytes, faults), false);
  }

  private Window openSealed(WindowFiles files) throws LogSinkException {
    Faults faults = files.faults().at(files.sealed());
    return window(files, Environment.ofSealed(files.sealed(), faults), true);
  }

  private LmdbWindow window(WindowFiles files, Environment environment, boolean isSealed)
      throws LogSinkException {
    boolean done = false;
    try {
      boolean syncs = settings.flush() != LmdbSettings.Flush.NONE;
      LmdbWindow window = new LmdbWindow(files, environment, blockWriter, syncs, isSealed);
      done = true;
      return window;
    } finally {
      if (!done) {
        environment.close();
      }
    }
  }

  private static WindowFiles files(Path folder) {
    return new WindowFiles(folder, new Faults(LmdbBackend.NAME, folder));
  }
}
