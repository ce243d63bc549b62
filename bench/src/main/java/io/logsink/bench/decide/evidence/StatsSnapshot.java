package io.logsink.bench.decide.evidence;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What {@code log_batcher.stats} said at one moment.
 *
 * @param time when
 * @param accounts each source's account over all sinks
 */
record StatsSnapshot(Instant time, SortedMap<String, Account> accounts) {
  private static final String OWN_SOURCE = "logsink";
  private static final List<String> REDUCTIONS = List.of("coalesced", "rate_limited", "sampled");

  StatsSnapshot {
    accounts = Collections.unmodifiableSortedMap(new TreeMap<>(accounts));
  }

  /**
   * The account of a source.
   *
   * @param passed records that were emitted and that no reducer took
   * @param passedBytes the bytes of their bodies
   * @param overflowed records that were lost because the pipeline was full
   * @param rates records a second that were emitted over 1, 5 and 15 minutes
   */
  record Account(double passed, double passedBytes, double overflowed, List<Double> rates) {
    static final Account ZERO = new Account(0, 0, 0, List.of(0.0, 0.0, 0.0));

    Account plus(Account other) {
      List<Double> sums = new ArrayList<>();
      for (int i = 0; i < rates.size(); i++) {
        sums.add(rates.get(i) + other.rates.get(i));
      }
      return new Account(
          passed + other.passed,
          passedBytes + other.passedBytes,
          overflowed + other.overflowed,
          sums);
    }

    double meanBytes() {
      return passed == 0 ? 0 : passedBytes / passed;
    }
  }

  static StatsSnapshot parse(String where, String text) throws IOException {
    JsonPart root = JsonPart.of(where, text);
    JsonPart stats = root.find("result").orElse(root);
    Map<String, Account> accounts = new TreeMap<>();
    List<JsonPart> sinks = stats.items("sinks");
    for (JsonPart sink : sinks) {
      for (JsonPart source : sink.items("sources")) {
        if (!source.text("source").equals(OWN_SOURCE)) {
          accounts.merge(source.text("source"), account(source), Account::plus);
        }
      }
    }
    if (sinks.isEmpty()) {
      throw new IOException(where + " has no sinks; it has to be an answer of log_batcher.stats");
    }
    return new StatsSnapshot(time(sinks.getFirst()), new TreeMap<>(accounts));
  }

  private static Instant time(JsonPart sink) throws IOException {
    try {
      return Instant.parse(sink.text("time"));
    } catch (DateTimeException e) {
      throw new IOException("%s: %s".formatted(sink.where(), e.getMessage()), e);
    }
  }

  private static Account account(JsonPart source) throws IOException {
    JsonPart emitted = source.at("emitted");
    JsonPart dropped = source.at("dropped_by_reason");
    double records = emitted.number("records");
    double bytes = emitted.number("bytes");
    for (String reason : REDUCTIONS) {
      records -= dropped.at(reason).number("records");
      bytes -= dropped.at(reason).number("bytes");
    }
    JsonPart rates = emitted.at("records_per_second");
    return new Account(
        records,
        bytes,
        dropped.at("overflowed").number("records"),
        List.of(rates.number("1m"), rates.number("5m"), rates.number("15m")));
  }

  Account of(String source) {
    return accounts.getOrDefault(source, Account.ZERO);
  }
}
