package io.logsink.bench.report;

import io.logsink.bench.BenchResult;
import io.logsink.bench.ContenderResult;
import io.logsink.bench.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Contenders that may be compared with each other, or the floors.
 *
 * @param title what they have in common
 * @param ranked whether the results compare them
 * @param members at least one, in the order in which they took part
 */
record Group(String title, boolean ranked, List<ContenderResult> members) {
  private static final String FLOORS = "floors: no backend can be faster, and nothing can be asked";

  /** The groups of a result, the strongest promise first, the floors last. */
  static List<Group> of(BenchResult result) {
    Map<Boolean, List<ContenderResult>> byFloor =
        result.results().stream()
            .collect(Collectors.partitioningBy(member -> member.contender().isFloor()));
    Map<Promise, List<ContenderResult>> byPromise =
        byFloor.getOrDefault(false, List.of()).stream()
            .collect(
                Collectors.groupingBy(
                    member -> Promise.of(member.capabilities()),
                    TreeMap::new,
                    Collectors.toList()));
    List<Group> groups = new ArrayList<>();
    byPromise.forEach((promise, members) -> groups.add(new Group(promise.text(), true, members)));
    List<ContenderResult> floors = byFloor.getOrDefault(true, List.of());
    if (!floors.isEmpty()) {
      groups.add(new Group(FLOORS, false, floors));
    }
    return groups;
  }

  /** The members' labels, separated by commas. */
  String labels() {
    return members.stream().map(ContenderResult::label).collect(Collectors.joining(", "));
  }
}
