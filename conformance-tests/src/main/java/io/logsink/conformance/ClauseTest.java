package io.logsink.conformance;

import io.logsink.api.Capabilities;
import io.logsink.api.Feature;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One test method of one clause. */
record ClauseTest(Clause clause, Method method) {
  private static final List<Class<?>> CLASSES =
      List.of(
          WriteClauses.class,
          ReadClauses.class,
          FilterClauses.class,
          DurabilityClauses.class,
          LifecycleClauses.class,
          ConcurrencyClauses.class,
          RetentionClauses.class,
          FaultClauses.class);

  /** {@code -Dlogsink.conformance.limit.minutes=N} for a slow machine. */
  private static final Duration LIMIT =
      Duration.ofMinutes(Integer.getInteger("logsink.conformance.limit.minutes", 5));

  /** All tests, in the contract's order. */
  static List<ClauseTest> all() {
    List<String> order = List.copyOf(Contract.clauses().keySet());
    return CLASSES.stream()
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .flatMap(ClauseTest::of)
        .sorted(
            Comparator.comparingInt((ClauseTest test) -> order.indexOf(test.id()))
                .thenComparing(ClauseTest::words))
        .toList();
  }

  private static Stream<ClauseTest> of(Method method) {
    Clause clause = method.getAnnotation(Clause.class);
    return clause == null ? Stream.empty() : Stream.of(new ClauseTest(clause, method));
  }

  String id() {
    return clause.value();
  }

  /** The method's name as words. */
  String words() {
    return method.getName().replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
  }

  /** Runs it against {@code subject}, with {@code folder} for its stores. */
  ClauseResult run(ConformanceSubject subject, Path folder) {
    long start = System.nanoTime();
    Outcome outcome;
    String detail = "";
    try {
      outcome = outcomeInTime(subject, folder);
    } catch (NotRunException e) {
      outcome = Outcome.NOT_RUN;
      detail = String.valueOf(e.getMessage());
    } catch (Throwable e) {
      outcome = Outcome.FAILED;
      detail = "%s: %s%n%s".formatted(id(), Contract.clauses().get(id()), Failures.describe(e));
    }
    return new ClauseResult(
        id(), words(), outcome, detail, (System.nanoTime() - start) / 1_000_000);
  }

  /** A sink that hangs must not keep the others' results from being seen. */
  private Outcome outcomeInTime(ConformanceSubject subject, Path folder) throws Throwable {
    FutureTask<Outcome> task = new FutureTask<>(() -> outcome(subject, folder));
    Thread thread = Thread.ofPlatform().daemon().name(id() + " " + words()).start(task);
    try {
      return task.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause();
    } catch (TimeoutException e) {
      AssertionError late = new AssertionError("did not end within " + LIMIT);
      late.setStackTrace(thread.getStackTrace());
      thread.interrupt();
      throw late;
    }
  }

  private Outcome outcome(ConformanceSubject subject, Path folder) throws Exception {
    Capabilities declared = subject.capabilities();
    Feature missing = missing(declared);
    try (Fixture fixture = new Fixture(subject, folder)) {
      if (missing != null) {
        return Refusal.isRefused(fixture, missing) ? Outcome.REFUSED : Outcome.NOT_DECLARED;
      }
      if (!declared.appendDurability().atLeast(clause.durability())) {
        return Outcome.NOT_DECLARED;
      }
      invoke(fixture);
      return Outcome.PASSED;
    }
  }

  private @Nullable Feature missing(Capabilities declared) {
    return Stream.of(clause.needs())
        .filter(feature -> !declared.has(feature))
        .findFirst()
        .orElse(null);
  }

  private void invoke(Fixture fixture) throws Exception {
    var constructor = method.getDeclaringClass().getDeclaredConstructor(Fixture.class);
    try {
      method.invoke(constructor.newInstance(fixture));
    } catch (InvocationTargetException e) {
      switch (e.getCause()) {
        case Exception cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw e;
      }
    }
  }
}
