package io.logsink.pipeline.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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
          assertThat(await(met)).as("the other one runs too").isTrue();
          doneCount.incrementAndGet();
        };

    Together.run(List.of(meet, meet));

    assertThat(doneCount).hasValue(2);
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
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
