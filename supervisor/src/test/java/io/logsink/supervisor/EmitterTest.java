package io.logsink.supervisor;

import static io.logsink.supervisor.Rig.WEB;
import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Source;
import io.logsink.pipeline.LogEmitter;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Emitters that are slow, closed or broken. */
final class EmitterTest {
  private static final String MANY = "exec awk 'BEGIN { for (i = 0; i < 100000; i++) print i }'";

  private final Recording recording = new Recording();

  /** Does something before each line, and records it. */
  private final class Hooked implements LogEmitter {
    private final Runnable hook;

    Hooked(Runnable hook) {
      this.hook = hook;
    }

    @Override
    public void emit(LogRecord record) {
      if (record.source().equals(WEB)) {
        hook.run();
      }
      recording.emit(record);
    }

    @Override
    public void endOfSource(Source source) {
      recording.endOfSource(source);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whileItWaitsTheServiceWaitsAndNothingIsLost(ServiceOutput output) throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch released = new CountDownLatch(1);
    Hooked waiting =
        new Hooked(() -> {
          entered.countDown();
          Joins.join(Thread.ofVirtual().start(() -> await(released)));
        });
    try (Supervisor supervisor = Rig.start(Rig.script(output, MANY), waiting);
        AutoCloseable _ = released::countDown) {
      await(entered);
      assertThat(Rig.statusOf(supervisor).printedBytes()).isLessThanOrEqualTo(64 << 10);
      released.countDown();
      assertThat(supervisor.awaitEnd(Recording.PATIENCE)).isTrue();
    }

    assertThat(recording.texts(WEB)).hasSize(100_000).endsWith("99999");
  }

  /** The system keeps what was printed before the end. Linux's terminals hold some 16 KiB of it. */
  @ParameterizedTest
  @EnumSource
  void whatIsReadOnlyAfterTheEndIsAllThere(ServiceOutput output) throws Exception {
    int count = System.getProperty("os.name").startsWith("Linux") ? 1_500 : 100;
    CountDownLatch released = new CountDownLatch(1);
    ServiceSettings quick =
        Rig.script(
            output, "exec awk 'BEGIN { for (i = 0; i < %d; i++) print i }'".formatted(count));
    try (Supervisor supervisor = Rig.start(quick, new Hooked(() -> await(released)));
        AutoCloseable _ = released::countDown) {
      recording.await("start", seen -> !seen.events(ServiceEvents.STARTED).isEmpty());
      Rig.awaitGone(Rig.statusOf(supervisor).pid());
      released.countDown();
      assertThat(supervisor.awaitEnd(Recording.PATIENCE)).isTrue();
    }

    assertThat(recording.texts(WEB))
        .isEqualTo(IntStream.range(0, count).mapToObj(Integer::toString).toList());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whatAClosedOneRefusesIsCounted() throws Exception {
    Hooked closed =
        new Hooked(() -> {
          throw new IllegalStateException("closed, for the test");
        });

    ServiceStatus status = Rig.run(Rig.script(ServiceOutput.TERMINAL, "echo a; echo b"), closed);

    assertThat(status.refusedCount()).isEqualTo(2);
    assertThat(status.recordCount()).isEqualTo(2);
    assertThat(recording.events()).endsWith(ServiceEvents.EXITED, ServiceEvents.ENDED);
  }

  @Test
  void aBrokenOneEndsTheService() throws Exception {
    Hooked broken =
        new Hooked(() -> {
          throw new UnsupportedOperationException("broken, for the test");
        });

    ServiceStatus status =
        Rig.run(Rig.script(ServiceOutput.PIPES, "echo a; while :; do sleep 0.05; done"), broken);

    assertThat(status.state()).isEqualTo(ServiceState.ENDED);
    assertThat(status.lastFault()).contains("broken, for the test");
    assertThat(recording.events()).containsExactly(ServiceEvents.STARTED, ServiceEvents.GIVEN_UP);
  }

  @Test
  void countsAreKept() throws Exception {
    ServiceStatus status = Rig.run(Rig.script(ServiceOutput.PIPES, "echo a; printf bc"), recording);

    assertThat(status.printedBytes()).isEqualTo(4);
    assertThat(status.recordCount()).isEqualTo(2);
    assertThat(status.refusedCount()).isZero();
    assertThat(status.name()).isEqualTo("web");
  }
}
