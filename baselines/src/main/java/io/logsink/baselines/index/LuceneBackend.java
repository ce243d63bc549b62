package io.logsink.baselines.index;

import io.logsink.api.BackendConfig;
import io.logsink.api.Capabilities;
import io.logsink.api.Durability;
import io.logsink.api.Feature;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkBackend;
import io.logsink.api.LogSinkException;
import io.logsink.api.Visibility;
import io.logsink.baselines.entry.EntrySink;

/**
 * The baseline {@code lucene}: a document for each record, its body indexed by words and all of it
 * stored. The words are those of {@link io.logsink.api.query.Tokens}, so that it answers as the
 * others do.
 *
 * <p>An append is in a buffer in memory, neither durable nor visible; a sync is a Lucene commit,
 * which flushes all files, and opens a new searcher.
 */
public final class LuceneBackend implements LogSinkBackend {
  private static final String NAME = "lucene";
  private static final Capabilities CAPABILITIES =
      EntrySink.QUERYABLE
          .withVisibility(Visibility.AFTER_SYNC)
          .withDurability(Durability.VOLATILE, Durability.POWER_LOSS)
          .with(Feature.ATOMIC_BATCH, Feature.SINGLE_OWNER);

  /** For {@link java.util.ServiceLoader}. */
  public LuceneBackend() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public LuceneSettings defaultSettings() {
    return LuceneSettings.DEFAULT;
  }

  @Override
  public LogSink open(BackendConfig config) throws LogSinkException {
    LuceneSettings settings = config.settings(LuceneSettings.class);
    return EntrySink.open(
        NAME, settings.directory(), config, CAPABILITIES, () -> LuceneStore.open(settings));
  }
}
