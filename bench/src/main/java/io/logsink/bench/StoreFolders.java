package io.logsink.bench;

import io.logsink.storage.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Fresh folders for stores, all below one that is removed in the end, also when the process is
 * ended by a signal. For one thread.
 */
public final class StoreFolders implements AutoCloseable {
  private final Path root;
  private final Thread hook = new Thread(this::removeQuietly, "remove-stores");
  private int count;

  /**
   * Below {@code folder}, which is there.
   *
   * @throws IOException when it cannot be written to
   */
  public StoreFolders(Path folder) throws IOException {
    root = Files.createTempDirectory(folder, "stores-");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** A path that nothing is at. */
  public Path fresh() {
    return root.resolve("store-" + count++);
  }

  private void removeQuietly() {
    try {
      Folders.delete(root);
    } catch (IOException e) {
      // an engine that still runs made a file meanwhile; the JVM is ending, nobody can be told
    }
  }

  @Override
  public void close() throws IOException {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the JVM is ending because of a signal, and the hook does the rest
    }
    Folders.delete(root);
  }
}
