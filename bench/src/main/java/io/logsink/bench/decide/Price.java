package io.logsink.bench.decide;

import io.logsink.bench.decide.layout.Amounts;
import io.logsink.bench.decide.layout.Layout;
import io.logsink.bench.decide.layout.OwnerConfig;
import io.logsink.bench.decide.layout.Room;
import io.logsink.bench.decide.layout.Store;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What it costs to follow an advice, in total.
 *
 * @param owner the config in force
 * @param now everything before
 * @param then everything after
 */
record Price(OwnerConfig owner, Layout now, Layout then) {
  List<String> costs() {
    List<String> costs = new ArrayList<>();
    costs.add(lost());
    costs.add(disk());
    Set<Store> added = new LinkedHashSet<>(then.peaks().keySet());
    added.removeIf(store -> now.storeOf(store.backend()).isPresent());
    added.forEach(store -> costs.add(added(store)));
    return costs;
  }

  private String lost() {
    double lost = now.peak().records() - then.peak().records();
    return lost > 0
        ? "At the peak %s of %s are not stored."
            .formatted(Amounts.rate(lost), Amounts.rate(now.peak().records()))
        : "No record is lost.";
  }

  private String disk() {
    double was = Room.diskDayBytes(now);
    double is = Room.diskDayBytes(then);
    return Double.isNaN(was) || Double.isNaN(is)
        ? "What that means for the disk is not known."
        : "On disk it is %s a day instead of %s.".formatted(Amounts.size(is), Amounts.size(was));
  }

  private String added(Store store) {
    OptionalLong memory = owner.memoryBytes(store.backend());
    String only =
        memory.isPresent()
            ? " It keeps only the newest %s, in memory."
                .formatted(Amounts.size((double) memory.getAsLong()))
            : "";
    return "%s is a store more, with a pipeline of up to %s of memory.%s"
        .formatted(store.label(), Amounts.size((double) owner.pipelineBytes()), only);
  }
}
