package io.logsink.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class BackoffTest {
  private static final Duration SHORT = Duration.ofMillis(10);
  private static final Duration LONG = Duration.ofSeconds(60);

  private static Backoff backoff(int maxCount) {
    return new Backoff(
        new RestartSettings(
            RestartPolicy.ALWAYS, Duration.ofMillis(100), Duration.ofMillis(350), LONG, maxCount));
  }

  @Test
  void theWaitDoublesUpToTheLongest() {
    Backoff backoff = backoff(0);

    assertThat(backoff.after(SHORT)).hasMillis(100);
    assertThat(backoff.after(SHORT)).hasMillis(200);
    assertThat(backoff.after(SHORT)).hasMillis(350);
    assertThat(backoff.after(SHORT)).hasMillis(350);
  }

  @Test
  void aHealthyRunBeginsARowAnew() {
    Backoff backoff = backoff(2);
    assertThat(backoff.after(SHORT)).hasMillis(100);
    assertThat(backoff.after(SHORT)).hasMillis(200);

    assertThat(backoff.after(LONG)).hasMillis(100);
    assertThat(backoff.after(LONG.minusNanos(1))).hasMillis(200);
  }

  @Test
  void aRowThatIsTooLongIsGivenUp() {
    Backoff backoff = backoff(1);

    assertThat(backoff.after(SHORT)).isNotNull();
    assertThat(backoff.after(SHORT)).isNull();
  }
}
