package io.logsink.bench.decide.remedy;

import io.logsink.bench.decide.layout.Store;
import java.util.Comparator;

/**
 * Which of several stores to try first. What promises the same as the store that there is comes
 * first, then what promises more; only among those that promise the same it counts what they hold.
 */
final class Preference {
  private static final Comparator<Store> STRONGEST_FIRST =
      Comparator.<Store, io.logsink.api.Durability>comparing(store -> store.promise().onSync())
          .thenComparing(store -> store.promise().onAppend())
          .reversed();

  private Preference() {}

  static Comparator<Store> insteadOf(Store now) {
    return Comparator.<Store, Boolean>comparing(store -> !store.promise().equals(now.promise()))
        .thenComparing(STRONGEST_FIRST)
        .thenComparing(Comparator.comparingDouble(Store::rate).reversed())
        .thenComparing(Store::label);
  }
}
