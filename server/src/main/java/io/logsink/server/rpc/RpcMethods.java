package io.logsink.server.rpc;

import io.logsink.api.LogSinkException;
import io.logsink.api.query.LogFilter;
import io.logsink.pipeline.LogEmitter;
import io.logsink.pipeline.PipelineStats;
import io.logsink.pipeline.report.StatsTree;
import io.logsink.pipeline.route.MergedReader;
import io.logsink.server.wire.ErrorCode;
import io.logsink.server.wire.HistogramForm;
import io.logsink.server.wire.Json;
import io.logsink.server.wire.PageForm;
import io.logsink.server.wire.PageQuery;
import io.logsink.server.wire.RpcError;
import io.logsink.server.wire.RpcException;
import io.logsink.server.wire.SinkForm;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** All methods, by name. */
public final class RpcMethods {
  private final TailMethod tail;
  private final SortedMap<String, RpcMethod> byName = new TreeMap<>();
  private final MergedReader reader;
  private final Reads reads;

  /**
   * The methods over a running pipeline.
   *
   * @param insertSources globs of the sources that clients may insert records of
   * @param maxRequestCount how many requests are answered at a time
   * @param patience how long a read waits its turn
   */
  public RpcMethods(
      LogEmitter emitter,
      MergedReader reader,
      Supplier<SortedMap<String, PipelineStats>> stats,
      List<String> insertSources,
      TailLimits tailLimits,
      int maxRequestCount,
      Duration patience) {
    this.reader = reader;
    this.reads = new Reads(maxRequestCount, patience);
    this.tail = new TailMethod(reader, reads, tailLimits);
    byName.put("logs.insert", new InsertMethod(emitter, insertSources, InstantSource.system()));
    byName.put("logs.query", this::query);
    byName.put("logs.tail", tail);
    byName.put("logs.histogram", this::histogram);
    byName.put("log_batcher.stats", call -> tree(call, StatsTree.of(stats.get())));
    byName.put("sources.list", call -> tree(call, sources(stats.get())));
  }

  private static Map<String, Object> sources(SortedMap<String, PipelineStats> stats) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("sinks", List.copyOf(stats.keySet()));
    tree.put("sources", StatsTree.sources(stats));
    return tree;
  }

  private Answer query(Call call) throws LogSinkException, InterruptedException {
    PageQuery query = PageQuery.read(call.params());
    MergedReader asked = SinkForm.reader(call.params(), reader);
    return reads.answer(() -> query.from(asked), PageForm::write);
  }

  private Answer histogram(Call call) throws LogSinkException, InterruptedException {
    HistogramForm.requireMembers(call.params());
    LogFilter filter = PageQuery.filter(call.params());
    Duration bucket = HistogramForm.bucket(call.params());
    MergedReader asked = SinkForm.reader(call.params(), reader);
    return reads.answer(() -> asked.histogram(filter, bucket), HistogramForm::write);
  }

  private static Answer tree(Call call, Map<String, Object> tree) {
    call.params().requireMembers(List.of());
    return out -> Json.write(out, tree);
  }

  /** The method called {@code name}. */
  RpcMethod named(String name) {
    RpcMethod method = byName.get(name);
    if (method == null) {
      throw new RpcException(
          RpcError.of(
              ErrorCode.NO_SUCH_METHOD,
              "no method is called \"%s\"; there are %s"
                  .formatted(name, String.join(", ", byName.keySet())),
              Map.of("methods", byName.keySet())));
    }
    return method;
  }

  /** Lets all tails answer with what they have; they wait no more. */
  public void close() {
    tail.close();
  }
}
