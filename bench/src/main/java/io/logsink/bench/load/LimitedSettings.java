package io.logsink.bench.load;

import io.logsink.bench.SettingsRecord;
import io.logsink.bench.workload.StoreLimits;
import io.logsink.bench.workload.StoreLimits.Bound;
import java.util.Optional;

/** The settings of any backend under a workload's limits, as far as they have components for it. */
public final class LimitedSettings {
  private LimitedSettings() {}

  /** {@code settings} with what {@code limits} say. */
  public static Record of(Record settings, StoreLimits limits) {
    Record windowed = with(settings, "window", limits.window());
    return with(windowed, "retention", limits.retention());
  }

  private static Record with(Record settings, String name, Bound bound) {
    SettingsRecord record = new SettingsRecord(settings);
    Optional<Record> inner =
        record.value(name).filter(Record.class::isInstance).map(Record.class::cast);
    return inner.isPresent() ? record.with(name, bounded(inner.get(), bound)) : settings;
  }

  private static Record bounded(Record section, Bound bound) {
    Record bounded = section;
    if (bound.maxAge().isPositive()) {
      bounded = withKnown(bounded, "maxAge", bound.maxAge());
    }
    return bound.maxBytes() > 0 ? withKnown(bounded, "maxBytes", bound.maxBytes()) : bounded;
  }

  private static Record withKnown(Record section, String name, Object value) {
    SettingsRecord record = new SettingsRecord(section);
    return record.typeOf(name).isPresent() ? record.with(name, value) : section;
  }
}
