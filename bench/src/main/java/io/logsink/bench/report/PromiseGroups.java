package io.logsink.bench.report;

import io.logsink.api.Capabilities;
import io.logsink.bench.Promise;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Puts together what may be compared. */
public final class PromiseGroups {
  private static final String FLOORS = "floors, which no store can outdo";

  private PromiseGroups() {}

  /**
   * The members by their promise in words that follow a colon, the strongest first, and the floors
   * last; inside a group they stay in their order.
   */
  public static <T> Map<String, List<T>> of(
      List<T> members, Function<T, Capabilities> capabilities, Predicate<T> isFloor) {
    Map<Promise, List<T>> byPromise =
        members.stream()
            .filter(isFloor.negate())
            .collect(
                Collectors.groupingBy(
                    member -> Promise.of(capabilities.apply(member)),
                    TreeMap::new,
                    Collectors.toList()));
    Map<String, List<T>> groups = new LinkedHashMap<>();
    byPromise.forEach((promise, group) -> groups.put(promise.text(), group));
    List<T> floors = members.stream().filter(isFloor).toList();
    if (!floors.isEmpty()) {
      groups.put(FLOORS, floors);
    }
    return groups;
  }
}
