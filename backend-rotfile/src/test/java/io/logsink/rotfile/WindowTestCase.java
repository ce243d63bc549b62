package io.logsink.rotfile;

import io.logsink.api.LogSinkException;
import io.logsink.storage.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test with a window's folder, and windows that are closed in the end. */
abstract class WindowTestCase {
  @TempDir Path temporary;
  Path folder;
  final RotfileFormat format = new RotfileFormat(RotfileSettings.DEFAULT.withMaxOpenFiles(2));
  private final List<Window> opened = new ArrayList<>();

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectory(temporary.resolve("window"));
  }

  @AfterEach
  void closeAll() throws LogSinkException {
    for (Window window : opened) {
      window.close();
    }
  }

  final Window create() throws LogSinkException {
    return opened(format.create(folder));
  }

  final Window openForAppend() throws LogSinkException {
    return opened(format.openForAppend(folder));
  }

  /** As another process has it. */
  final Window openForRead(Path other) throws LogSinkException {
    return opened(new RotfileFormat(RotfileSettings.DEFAULT).openForRead(other));
  }

  final Window opened(Window window) {
    opened.add(window);
    return window;
  }
}
