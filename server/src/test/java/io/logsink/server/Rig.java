package io.logsink.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.api.BackendConfig;
import io.logsink.api.LogSink;
import io.logsink.api.LogSinkException;
import io.logsink.api.query.LogQuery;
import io.logsink.api.record.LogBody;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Source;
import io.logsink.pipeline.PipelineSettings;
import io.logsink.pipeline.route.MergedEntry;
import io.logsink.pipeline.route.MergedReader;
import io.logsink.pipeline.route.RoutedPipeline;
import io.logsink.ring.RingBackend;
import io.logsink.ring.RingSettings;
import io.logsink.server.client.RpcClient;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** A server over a real pipeline into a ring, and a client on each way to it. */
final class Rig implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration QUICK = Duration.ofSeconds(2);

  private final AtomicInteger firstPageCount = new AtomicInteger();
  final LogSink sink;
  final RoutedPipeline pipeline;
  final LogSinkServer server;
  final Path socket;
  final RpcClient onPort;
  final RpcClient onSocket;

  Rig(Path folder) throws Exception {
    this(folder, settings -> settings, reader -> reader);
  }

  Rig(Path folder, UnaryOperator<ServerSettings> settings, UnaryOperator<MergedReader> reader)
      throws Exception {
    socket = folder.resolve("s.sock");
    sink =
        new RingBackend()
            .open(BackendConfig.owner(RingSettings.DEFAULT.withDirectory(folder.resolve("ring"))));
    pipeline =
        RoutedPipeline.open(
            PipelineSettings.DEFAULT.withCountersFile(folder.resolve("counters")),
            List.of(),
            "ring",
            new TreeMap<>(Map.of("ring", sink)));
    server =
        LogSinkServer.start(
            settings.apply(
                ServerSettings.DEFAULT
                    .withHttp(new HttpSettings(true, 0))
                    .withSocket(new SocketSettings(true, socket))),
            new ServerParts(
                pipeline,
                new CountingReader(reader.apply(pipeline.reader()), firstPageCount),
                pipeline::stats));
    onPort = RpcClient.onPort(server.httpPort());
    onSocket = RpcClient.onSocket(socket);
  }

  /** Limits with short times, for tests that run into them. */
  static LimitSettings quickLimits(long maxRequestBytes, int maxTailCount) {
    return new LimitSettings(
        maxRequestBytes, 4, 1_000, maxTailCount, Duration.ofSeconds(30), QUICK, QUICK);
  }

  List<RpcClient> clients() {
    return List.of(onPort, onSocket);
  }

  List<SocketAddress> ways() {
    return List.of(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), server.httpPort()),
        UnixDomainSocketAddress.of(socket));
  }

  SocketAddress port() {
    return ways().getFirst();
  }

  /** Waits until so many tails without a cursor have begun to wait. */
  void awaitTails(int count) throws Exception {
    Await.until(count + " tails wait", () -> firstPageCount.get() >= count);
  }

  static LogRecord record(String source, String body) {
    return LogRecord.of(
        Instant.parse("2026-01-31T12:00:00.123456789Z"), Source.of(source), LogBody.of(body));
  }

  /** Emits and waits until it is stored. */
  void store(LogRecord... records) throws InterruptedException {
    for (LogRecord record : records) {
      pipeline.emit(record);
    }
    drain();
  }

  void drain() throws InterruptedException {
    assertThat(pipeline.drain(PATIENCE)).as("drained").isTrue();
  }

  /** The bodies that are stored, oldest first. */
  List<String> storedBodies() throws Exception {
    drain();
    return pipeline.reader().read(LogQuery.oldest(10_000)).entries().stream()
        .map(MergedEntry::entry)
        .map(entry -> entry.record().body().text())
        .toList();
  }

  @Override
  public void close() throws LogSinkException {
    onPort.close();
    onSocket.close();
    server.close();
    pipeline.close();
    sink.close();
  }
}
