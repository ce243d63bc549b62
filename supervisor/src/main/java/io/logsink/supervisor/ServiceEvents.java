package io.logsink.supervisor;

import io.logsink.api.record.AttributeValue;
import io.logsink.api.record.Attributes;
import io.logsink.api.record.LogBody;
import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Severity;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What happens to one service, as records of {@link Supervisor#SOURCE}. */
final class ServiceEvents {
  static final String EVENT = "event.name";
  static final String SERVICE = "service";
  static final String PID = "pid";
  static final String EXIT_CODE = "exit.code";
  static final String REQUESTED = "exit.requested";
  static final String RUN_MILLIS = "run.millis";
  static final String DELAY_MILLIS = "restart.delay_millis";
  static final String RESTART_COUNT = "restart.count";

  static final String STARTED = "service.started";
  static final String START_FAILED = "service.start_failed";
  static final String EXITED = "service.exited";
  static final String RESTARTING = "service.restarting";
  static final String ENDED = "service.ended";
  static final String GIVEN_UP = "service.given_up";

  private static final int FIRST_SIGNAL_CODE = 128;
  private static final int LAST_SIGNAL_CODE = FIRST_SIGNAL_CODE + 64;

  private final String service;
  private final ServiceEmitter emitter;
  private final InstantSource clock;

  ServiceEvents(String service, ServiceEmitter emitter, InstantSource clock) {
    this.service = service;
    this.emitter = emitter;
    this.clock = clock;
  }

  void started(long pid, long restartCount) {
    emit(
        STARTED,
        Severity.INFO,
        "started with process %d".formatted(pid),
        Map.of(PID, AttributeValue.of(pid), RESTART_COUNT, AttributeValue.of(restartCount)));
  }

  void startFailed(String why) {
    emit(START_FAILED, Severity.ERROR, "could not be started: " + why, Map.of());
  }

  void exited(long pid, int exitCode, Duration runTime, boolean requested) {
    emit(
        EXITED,
        exitCode == 0 || requested ? Severity.INFO : Severity.WARN,
        "process %d %s %s after %s s"
            .formatted(
                pid,
                requested ? "was stopped and ended with" : "ended with",
                describe(exitCode),
                seconds(runTime)),
        Map.of(
            PID, AttributeValue.of(pid),
            EXIT_CODE, AttributeValue.of(exitCode),
            RUN_MILLIS, AttributeValue.of(runTime.toMillis()),
            REQUESTED, AttributeValue.of(requested)));
  }

  private static String describe(int exitCode) {
    boolean signalled = exitCode > FIRST_SIGNAL_CODE && exitCode <= LAST_SIGNAL_CODE;
    return "exit code "
        + exitCode
        + (signalled ? " (as after signal %d)".formatted(exitCode - FIRST_SIGNAL_CODE) : "");
  }

  void restarting(Duration delay) {
    emit(
        RESTARTING,
        Severity.INFO,
        "is started again in %s s".formatted(seconds(delay)),
        Map.of(DELAY_MILLIS, AttributeValue.of(delay.toMillis())));
  }

  void ended(RestartPolicy policy) {
    emit(
        ENDED,
        Severity.INFO,
        "is not started again: restart.policy is %s".formatted(policy),
        Map.of());
  }

  void givenUp(int maxCount) {
    emit(
        GIVEN_UP,
        Severity.ERROR,
        "is given up after %d restarts in a row (restart.maxCount)".formatted(maxCount),
        Map.of());
  }

  /** The supervisor itself failed. */
  void broken(String why) {
    emit(GIVEN_UP, Severity.ERROR, "is given up: " + why, Map.of());
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.3f", duration.toMillis() / 1_000.0);
  }

  private void emit(
      String event, Severity severity, String text, Map<String, AttributeValue> details) {
    Map<String, AttributeValue> attributes = new HashMap<>(details);
    attributes.put(EVENT, AttributeValue.of(event));
    attributes.put(SERVICE, AttributeValue.of(service));
    LogBody body = LogBody.of("service %s %s".formatted(service, text));
    emitter.emit(
        LogRecord.of(clock.instant(), Supervisor.SOURCE, body)
            .withSeverity(severity)
            .withAttributes(Attributes.of(attributes)));
  }
}
