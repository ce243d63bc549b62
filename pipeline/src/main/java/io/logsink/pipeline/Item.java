package io.logsink.pipeline;

import io.logsink.api.record.Attributes;
import io.logsink.api.record.LogRecord;
import org.jspecify.annotations.Nullable;

/** A record on its way through the pipeline. Guarded by the flow's lock once it was emitted. */
final class Item {
  /** What a loss record tells; it is told again when the loss record is lost itself. */
  record Told(Account account, Fate fate, Loss loss) {}

  final Account account;
  final @Nullable Told told;
  LogRecord record;
  long weight;
  Place place = Place.NEW;

  /** The order in which items came; what is held keeps its turn among the held. */
  long arrival;

  /** The order in which items are in the queue, and when this one got there. */
  long ticket;

  long queuedNanos;

  /** Neighbours in the queue, and among those of the same source in the queue. */
  @Nullable Item older;

  @Nullable Item newer;
  @Nullable Item olderOwn;
  @Nullable Item newerOwn;

  Item(Account account, LogRecord record) {
    this(account, record, null);
  }

  Item(Account account, LogRecord record, @Nullable Told told) {
    this.account = account;
    this.record = record;
    this.told = told;
    this.weight = Weights.of(record);
  }

  /** Gives the record other attributes, for which room was reserved before. */
  void annotate(Attributes attributes) {
    record = record.withAttributes(attributes);
  }
}
