package io.logsink.rotfile;

import io.logsink.api.Capabilities;
import io.logsink.api.Durability;
import io.logsink.api.Feature;
import io.logsink.api.LogSinkException;
import io.logsink.api.Visibility;
import io.logsink.api.record.LogBody;
import io.logsink.storage.Faults;
import io.logsink.storage.Folders;
import io.logsink.storage.Window;
import io.logsink.storage.WindowFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Windows as text files with a ledger: see {@code docs/formats/rotfile.md}. */
final class RotfileFormat implements WindowFormat {
  private final RotfileSettings settings;
  private final OpenFiles open;

  RotfileFormat(RotfileSettings settings) {
    this.settings = settings;
    this.open = new OpenFiles(settings.maxOpenFiles());
  }

  @Override
  public String backend() {
    return RotfileBackend.NAME;
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public Capabilities capabilities() {
    return Capabilities.least()
        .withDurability(Durability.PROCESS_CRASH, Durability.POWER_LOSS)
        .withVisibility(Visibility.ON_APPEND)
        .withMaxRecordBytes(LogBody.MAX_BYTES)
        .with(Feature.values());
  }

  @Override
  public Window create(Path folder) throws LogSinkException {
    WindowFiles files = files(folder);
    try {
      Files.createFile(files.ledger());
      Folders.sync(folder);
      return active(files, LedgerState.EMPTY);
    } catch (IOException e) {
      throw files.faults().of("create window", e);
    }
  }

  @Override
  public Window openForAppend(Path folder) throws LogSinkException {
    return open(
        folder,
        files -> {
          files.deleteUnfinishedSeal();
          return active(files, Recovery.run(files, open));
        },
        true);
  }

  private ActiveWindow active(WindowFiles files, LedgerState state) {
    return new ActiveWindow(files, open, settings.zstdLevel(), state);
  }

  @Override
  public Window openForRead(Path folder) throws LogSinkException {
    return open(folder, this::readOnly, false);
  }

  private Window readOnly(WindowFiles files) throws IOException {
    LedgerFile ledger = new LedgerFile(open, files.ledger());
    return new ReadOnlyWindow(files, open, LedgerLoad.ofGrowing(ledger, ledger::isWhole).spans());
  }

  @Override
  public Window openSealed(Path folder) throws LogSinkException {
    return open(folder, this::readOnly, true);
  }

  /** Opens a window that is not sealed. */
  private interface Opening {
    Window open(WindowFiles files) throws IOException;
  }

  /** An owner elsewhere may seal the window between the look and the opening. */
  private Window open(Path folder, Opening unsealed, boolean isOwned) throws LogSinkException {
    WindowFiles files = files(folder);
    try {
      if (!files.isSealed()) {
        try {
          return unsealed.open(files);
        } catch (NoSuchFileException e) {
          if (!files.isSealed()) {
            throw missing(files, e);
          }
        }
      }
      return SealedWindow.open(files, open, isOwned);
    } catch (IOException e) {
      open.closeAllIn(folder);
      throw files.faults().of("open", e);
    }
  }

  private static LogSinkException missing(WindowFiles files, NoSuchFileException e) {
    return files.faults().corrupt("open", "there is neither a ledger nor a ledger.sealed", "-", e);
  }

  private static WindowFiles files(Path folder) {
    return new WindowFiles(folder, new Faults(RotfileBackend.NAME, folder));
  }
}
