package io.logsink.config;

import io.logsink.api.LogSink;
import io.logsink.api.LogSinkException;
import io.logsink.pipeline.PipelineSettings;
import io.logsink.pipeline.route.MergedReader;
import io.logsink.pipeline.route.RoutedPipeline;
import java.util.SortedMap;

/**
 * A pipeline with the stores that it goes into, which this process owns. Closing it closes all of
 * them.
 */
public final class OwnedPipeline implements AutoCloseable {
  private final RoutedPipeline pipeline;
  private final OpenSinks sinks;

  OwnedPipeline(RoutedPipeline pipeline, OpenSinks sinks) {
    this.pipeline = pipeline;
    this.sinks = sinks;
  }

  /** The way in. */
  public RoutedPipeline pipeline() {
    return pipeline;
  }

  /** All stores as one, to read. */
  public MergedReader reader() {
    return pipeline.reader();
  }

  /** The sinks by the names of their backends; only the pipeline appends to them. */
  public SortedMap<String, LogSink> sinks() {
    return sinks.sinks();
  }

  /**
   * Closes the pipeline within its {@link PipelineSettings#closeTime()}, and then the sinks. A
   * second call does nothing.
   *
   * @throws LogSinkException as {@link LogSink#close} does, of the first sink that failed; the
   *     others are closed all the same
   */
  @Override
  public void close() throws LogSinkException {
    try {
      pipeline.close();
    } catch (RuntimeException e) {
      sinks.closeBecause(e);
      throw e;
    }
    sinks.close();
  }
}
