package io.logsink.bench;

import io.logsink.api.Capabilities;
import io.logsink.api.Durability;
import java.util.Comparator;

/**
 * What a sink promises about durability: what a record survives after its append and after a sync.
 * Figures are compared within one promise and never across, because who promises less has less to
 * do. The strongest comes first.
 *
 * @param onAppend what a record survives once its append has returned
 * @param onSync what it survives after the next sync
 */
public record Promise(Durability onAppend, Durability onSync) implements Comparable<Promise> {
  private static final Comparator<Promise> STRONGEST_FIRST =
      Comparator.comparing(Promise::onAppend).thenComparing(Promise::onSync).reversed();

  /** What {@code capabilities} promise. */
  public static Promise of(Capabilities capabilities) {
    return new Promise(capabilities.appendDurability(), capabilities.syncDurability());
  }

  @Override
  public int compareTo(Promise other) {
    return STRONGEST_FIRST.compare(this, other);
  }

  /** In words, to follow a colon. */
  public String text() {
    return onAppend == onSync
        ? "append and sync survive %s (%s)".formatted(event(onAppend), onAppend)
        : "append survives %s (%s), sync %s (%s)"
            .formatted(event(onAppend), onAppend, event(onSync), onSync);
  }

  private static String event(Durability durability) {
    return switch (durability) {
      case VOLATILE -> "nothing";
      case PROCESS_CRASH -> "a crash of the process";
      case POWER_LOSS -> "a loss of power";
    };
  }
}
