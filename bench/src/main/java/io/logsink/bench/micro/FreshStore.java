package io.logsink.bench.micro;

import io.logsink.api.BackendConfig;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkException;
import io.logsink.api.record.LogBatch;
import io.logsink.bench.Contender;
import io.logsink.bench.Contenders;
import io.logsink.bench.StoreFolders;
import io.logsink.config.BackendCatalogue;
import io.logsink.config.ConfigSources;
import io.logsink.config.LogSinkConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An empty store below the folder for temporary files, with the default settings of a backend that
 * is on the class path; removed when it is closed.
 */
final class FreshStore implements AutoCloseable {
  private static final String SOME_BACKEND = "sqlite";

  private final StoreFolders folders;
  private final LogSink sink;

  private FreshStore(StoreFolders folders, Contender contender) throws LogSinkException {
    this.folders = folders;
    this.sink =
        contender.backend().open(BackendConfig.owner(contender.settingsIn(folders.fresh())));
  }

  /** A store of the contender with that label, a floor too. */
  static FreshStore of(String label) throws LogSinkException, IOException {
    Contender contender = Contenders.chosen(all(), List.of(label)).getFirst();
    StoreFolders folders = new StoreFolders(Path.of(System.getProperty("java.io.tmpdir", "")));
    try {
      return new FreshStore(folders, contender);
    } catch (LogSinkException e) {
      folders.close();
      throw e;
    }
  }

  private static List<Contender> all() {
    List<Contender> all = new ArrayList<>(Contenders.floors());
    all.addAll(
        Contenders.of(
            LogSinkConfig.load(
                ConfigSources.none().withDefaultBackend(SOME_BACKEND), BackendCatalogue.find())));
    return all;
  }

  /** With {@code batches} in it. */
  FreshStore filled(Iterable<LogBatch> batches) throws LogSinkException {
    for (LogBatch batch : batches) {
      sink.append(batch);
    }
    sink.sync();
    return this;
  }

  LogSink sink() {
    return sink;
  }

  @Override
  public void close() throws LogSinkException, IOException {
    try (folders) {
      sink.close();
    }
  }
}
