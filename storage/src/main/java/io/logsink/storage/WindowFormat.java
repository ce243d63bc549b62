package io.logsink.storage;

import io.logsink.api.Capabilities;
import io.logsink.api.LogSinkException;
import java.nio.file.Path;

/**
 * How one backend keeps a window in a folder. Made per open store, with the backend's settings
 * inside. Thread-safe.
 */
public interface WindowFormat {
  /** The backend's name, as in messages and in the manifest. */
  String backend();

  /**
   * The version of what the backend writes into a window's folder; a store of another version is
   * refused.
   */
  int version();

  /** What a store of such windows can do. */
  Capabilities capabilities();

  /** Makes an empty window in {@code folder}, which exists and is empty. */
  Window create(Path folder) throws LogSinkException;

  /**
   * Opens the window in {@code folder} to append and read, after a clean or an unclean end: cuts
   * off what was not acknowledged, keeps what was. Also the windows that wait to be sealed are
   * opened this way.
   *
   * @throws io.logsink.api.SinkCorruptException when nothing in it can be read
   */
  Window openForAppend(Path folder) throws LogSinkException;

  /**
   * Opens the window in {@code folder} to read. Changes nothing on disk. When it is not sealed,
   * another process may be appending to it: what was whole at the time of opening is there.
   *
   * @throws io.logsink.api.SinkCorruptException when nothing in it can be read
   */
  Window openForRead(Path folder) throws LogSinkException;

  /**
   * Opens the sealed window in {@code folder} for its owner, who may make again what can be made of
   * the rest, such as an index. Without such a thing it is the same as to read.
   *
   * @throws io.logsink.api.SinkCorruptException when nothing in it can be read
   */
  default Window openSealed(Path folder) throws LogSinkException {
    return openForRead(folder);
  }
}
