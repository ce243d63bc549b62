package io.logsink.baselines.queue;

import io.logsink.api.BackendConfig;
import io.logsink.api.Capabilities;
import io.logsink.api.Durability;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkBackend;
import io.logsink.api.LogSinkException;
import io.logsink.api.SinkUnavailableException;
import io.logsink.baselines.entry.EntrySink;
import io.logsink.storage.Faults;

/**
 * The baseline {@code chronicle}: a record is an excerpt of a Chronicle Queue, and its sequence the
 * excerpt's index.
 *
 * <p>An append is in a file that is mapped into memory, which the operating system writes out
 * though the process is killed. More it does not promise, and a sync adds nothing: Chronicle can
 * flush the block of the file that it writes to, but those before it are flushed by a thread of its
 * own, in its own time.
 */
public final class ChronicleBackend implements LogSinkBackend {
  private static final String NAME = "chronicle";

  /** Chronicle looks into it by reflection, and ends with an error where it may not. */
  private static final String OPENED = "java.lang.reflect";

  private static final Capabilities CAPABILITIES =
      EntrySink.QUERYABLE.withDurability(Durability.PROCESS_CRASH, Durability.PROCESS_CRASH);

  /** For {@link java.util.ServiceLoader}. */
  public ChronicleBackend() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public ChronicleSettings defaultSettings() {
    return ChronicleSettings.DEFAULT;
  }

  @Override
  public LogSink open(BackendConfig config) throws LogSinkException {
    ChronicleSettings settings = config.settings(ChronicleSettings.class);
    requireOpenings(new Faults(NAME, settings.directory()));
    return EntrySink.open(
        NAME, settings.directory(), config, CAPABILITIES, () -> new ChronicleStore(settings));
  }

  private static void requireOpenings(Faults faults) throws SinkUnavailableException {
    if (!Object.class.getModule().isOpen(OPENED, ChronicleBackend.class.getModule())) {
      throw faults.unavailable(
          "open",
          "it needs a JVM with --add-opens=java.base/%s=ALL-UNNAMED; ./dev bench-baselines has one"
              .formatted(OPENED),
          null);
    }
  }
}
