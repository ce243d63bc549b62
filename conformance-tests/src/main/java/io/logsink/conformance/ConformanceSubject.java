package io.logsink.conformance;

import io.logsink.api.Capabilities;
import io.logsink.api.LogSinkBackend;
import java.nio.file.Path;

/**
 * What the kit is run against: a backend, how to set it up, and what it is said to be able to do.
 *
 * <p>The crash clauses make the subject again in a child process: its class is public (or at least
 * has a constructor that reflection can call) with a constructor without parameters, and is on the
 * class path. System properties whose names start with {@code logsink.} are handed on to the child.
 */
public interface ConformanceSubject {
  /** The backend. */
  LogSinkBackend backend();

  /**
   * Settings for a store in {@code folder}, which is for this store alone; the same folder means
   * the same store.
   *
   * @param folder an absolute path; may not be there yet
   * @param limits when to roll and what to keep; what the backend has no setting for is left out
   */
  Record settings(Path folder, StoreLimits limits);

  /**
   * What a sink with such settings can do: written by hand, because the kit compares it with what
   * the sink says and does.
   */
  Capabilities capabilities();
}
