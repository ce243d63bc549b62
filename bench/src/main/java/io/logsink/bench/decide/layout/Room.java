package io.logsink.bench.decide.layout;

import io.logsink.bench.decide.layout.Shortfall.Kind;
import io.logsink.bench.decide.rule.DecideSettings;
import java.util.List;
import java.util.Map;

/**
 * What a layout may take of disk and memory.
 *
 * @param limits what the owner wants
 * @param owner the config in force
 */
public record Room(DecideSettings limits, OwnerConfig owner) {
  private static final double DAY_SECONDS = 86_400;

  /** Adds the limits that {@code layout} breaks. */
  void check(Layout layout, List<Shortfall> all) {
    disk(layout, all);
    memory(layout, all);
    keep(layout, all);
  }

  private void disk(Layout layout, List<Shortfall> all) {
    if (!limits.disk().isLimited()) {
      return;
    }
    List<String> unknown =
        layout.means().keySet().stream()
            .filter(store -> store.diskPerByte().isEmpty())
            .map(Store::label)
            .toList();
    if (!unknown.isEmpty()) {
      String text =
          "the disk is limited, and what %s takes of it is not known"
              .formatted(String.join(", ", unknown));
      all.add(new Shortfall(Kind.UNKNOWN_DISK, unknown.size(), text));
      return;
    }
    double day = diskDayBytes(layout);
    double kept = day * limits.disk().keep().toSeconds() / DAY_SECONDS;
    disk(day, limits.disk().maxDayBytes(), "a day", all);
    disk(kept, limits.disk().maxBytes(), "for what is kept", all);
  }

  private static void disk(double bytes, long most, String what, List<Shortfall> all) {
    if (most > 0 && bytes > most) {
      String text =
          "the logs take %s of disk %s, and %s are allowed"
              .formatted(Amounts.size(bytes), what, Amounts.size((double) most));
      all.add(new Shortfall(Kind.DISK, bytes / most, text));
    }
  }

  /** What all stores write to disk in a day; not a number when that is not known. */
  public static double diskDayBytes(Layout layout) {
    return layout.means().entrySet().stream()
        .mapToDouble(entry -> diskDayBytes(entry.getKey(), entry.getValue()))
        .sum();
  }

  private static double diskDayBytes(Store store, Load mean) {
    return mean.bytes() * DAY_SECONDS * store.diskPerByte().orElse(Double.NaN);
  }

  private void memory(Layout layout, List<Shortfall> all) {
    double bytes = memoryBytes(layout);
    long most = limits.maxMemoryBytes();
    if (most > 0 && bytes > most) {
      String text =
          "pipelines and stores may take %s of memory, and %s are allowed"
              .formatted(Amounts.size(bytes), Amounts.size((double) most));
      all.add(new Shortfall(Kind.MEMORY, bytes / most, text));
    }
  }

  /** Each store has a pipeline, which has its bound; some are in memory themselves. */
  private double memoryBytes(Layout layout) {
    return layout.means().keySet().stream()
        .mapToDouble(store -> owner.pipelineBytes() + owner.memoryBytes(store.backend()).orElse(0))
        .sum();
  }

  private void keep(Layout layout, List<Shortfall> all) {
    double seconds = limits.disk().keep().toSeconds();
    for (Map.Entry<Store, Load> entry : layout.means().entrySet()) {
      String backend = entry.getKey().backend();
      double holds = owner.memoryBytes(backend).orElse(Long.MAX_VALUE);
      double needs = entry.getValue().bytes() * seconds;
      if (needs > holds) {
        String text =
            "%s keeps %s in memory, and what has to be kept is %s"
                .formatted(backend, Amounts.size(holds), Amounts.size(needs));
        all.add(new Shortfall(Kind.KEEP, needs / holds, text));
      }
    }
  }
}
