package io.logsink.server.rpc;

import io.logsink.api.LogSinkException;
import io.logsink.api.query.Direction;
import io.logsink.api.query.LogQuery;
import io.logsink.api.query.Position;
import io.logsink.pipeline.route.MergedCursor;
import io.logsink.pipeline.route.MergedPage;
import io.logsink.pipeline.route.MergedReader;
import io.logsink.server.wire.ErrorCode;
import io.logsink.server.wire.Field;
import io.logsink.server.wire.PageForm;
import io.logsink.server.wire.PageQuery;
import io.logsink.server.wire.RpcError;
import io.logsink.server.wire.RpcException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * {@code logs.tail}: a page of what came after a cursor, as soon as there is something. Looks again
 * and again, because a reader cannot be asked to call back. It gives up its place among the
 * requests under way for one among the tails, where it may wait longer.
 */
final class TailMethod implements RpcMethod {
  private static final Duration LOOK_INTERVAL = Duration.ofMillis(50);
  private static final int USUAL_LIMIT = 1_000;
  private static final List<String> MEMBERS = List.of("filter", "limit", "cursor", "wait_ms");

  private final MergedReader reader;
  private final Reads reads;
  private final TailLimits limits;
  private final Gate tails;
  private final CountDownLatch closing = new CountDownLatch(1);

  TailMethod(MergedReader reader, Reads reads, TailLimits limits) {
    this.reader = reader;
    this.reads = reads;
    this.limits = limits;
    this.tails = new Gate("tails", limits.maxCount(), Duration.ZERO);
  }

  /** Lets all tails answer with what they have, and no other one wait. */
  void close() {
    closing.countDown();
  }

  @Override
  public Answer call(Call call) throws LogSinkException, InterruptedException {
    requireSmall(call);
    Field params = call.params().requireMembers(MEMBERS);
    Duration wait = wait(params.member("wait_ms"));
    MergedCursor cursor = PageQuery.cursor(params.member("cursor"));
    LogQuery query =
        new LogQuery(
            PageQuery.filter(params),
            Position.newest(),
            Direction.FORWARD,
            PageQuery.limit(params.member("limit"), USUAL_LIMIT));
    Gate.Pass place = tails.enter();
    try {
      call.pass().leave();
      return Answer.of(follow(new PageQuery(query, cursor), wait), PageForm::write, place);
    } catch (LogSinkException | RuntimeException | InterruptedException e) {
      place.leave();
      throw e;
    }
  }

  private static void requireSmall(Call call) {
    if (call.inBatch()) {
      throw new RpcException(
          RpcError.of(
              ErrorCode.INVALID_REQUEST,
              "logs.tail waits, so it cannot stand in a batch; send it alone"));
    }
    if (call.requestBytes() > TailLimits.MAX_REQUEST_BYTES) {
      throw new RpcException(
          RpcError.of(
              ErrorCode.TOO_LARGE,
              "a request with logs.tail has at most %d bytes, not %d; make its filter smaller"
                  .formatted(TailLimits.MAX_REQUEST_BYTES, call.requestBytes())));
    }
  }

  private Duration wait(Field field) {
    long most = limits.maxWait().toMillis();
    return Duration.ofMillis(field.isGiven() ? field.wholeNumber(0, most) : most);
  }

  private Reads.Held<MergedPage> follow(PageQuery question, Duration wait)
      throws LogSinkException, InterruptedException {
    long end = System.nanoTime() + wait.toNanos();
    PageQuery next = question;
    while (true) {
      Reads.Held<MergedPage> held = look(next);
      MergedPage page = held.value();
      boolean over = end - System.nanoTime() <= 0 || closing.getCount() == 0;
      if (over || !page.entries().isEmpty() || !page.gaps().isEmpty()) {
        return held;
      }
      held.close();
      next = new PageQuery(question.query(), page.cursor());
      if (!page.more()) {
        pause(end - System.nanoTime());
      }
    }
  }

  private Reads.Held<MergedPage> look(PageQuery question)
      throws LogSinkException, InterruptedException {
    return reads.hold(() -> question.from(reader));
  }

  private void pause(long mostNanos) throws InterruptedException {
    long nanos = Math.min(mostNanos, LOOK_INTERVAL.toNanos());
    boolean _ = closing.await(nanos, TimeUnit.NANOSECONDS);
  }
}
