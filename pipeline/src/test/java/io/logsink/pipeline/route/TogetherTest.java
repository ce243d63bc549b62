package io.logsink.pipeline.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class TogetherTest {
  private final AtomicInteger doneCount = new AtomicInteger();

  @Test
  void allRunAtTheSameTime() {
    CountDownLatch met = new CountDownLatch(2);
    Runnable meet =
        () -> {
          met.countDown();
          try {
            met.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          doneCount.incrementAndGet();
        };

    Together.run(List.of(meet, meet));

    assertThat(doneCount).hasValue(2);
  }

  @Test
  void whenSomeFailTheOthersAreDoneAndTheFirstIsThrown() {
    IllegalStateException first = new IllegalStateException("first");
    Error second = new AssertionError("second");

    assertThatThrownBy(() ->
            Together.run(
                List.of(
                    () -> {
                      throw first;
                    },
                    doneCount::incrementAndGet,
                    () -> {
                      throw second;
                    })))
        .isSameAs(first)
        .hasSuppressedException(second);
    assertThat(doneCount).hasValue(1);
  }
}
