package io.logsink.bench.decide.layout;

import io.logsink.bench.Promise;
import io.logsink.bench.decide.evidence.CapacityRun;
import io.logsink.bench.decide.evidence.HostDifference;
import io.logsink.bench.decide.evidence.MeasuredStore;
import io.logsink.bench.decide.evidence.Producer;
import io.logsink.bench.decide.evidence.Reduction;
import io.logsink.bench.decide.evidence.Trials;
import io.logsink.bench.decide.layout.Finding.Known;
import io.logsink.bench.decide.layout.Finding.Unknown;
import io.logsink.bench.decide.rule.DurabilityNeed;
import io.logsink.bench.decide.rule.Rule;
import io.logsink.pipeline.RateLimit;
import io.logsink.pipeline.SourceRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Where each source goes now, and what is known about that. Made once; then read. */
public final class Survey {
  private final Question question;
  private final OwnerConfig owner;
  private final Stores here;
  private final Stores elsewhere;
  private final SortedMap<String, Placement> known = new TreeMap<>();
  private final SortedMap<String, Unknown> unknown = new TreeMap<>();
  private final List<String> setAside = new ArrayList<>();

  /** Looks at what is known. */
  public Survey(Question question) {
    this.question = question;
    this.owner = new OwnerConfig(question.config());
    List<MeasuredStore> measuredHere = new ArrayList<>();
    List<MeasuredStore> measuredElsewhere = new ArrayList<>();
    for (CapacityRun run : question.runs()) {
      List<String> differences = HostDifference.between(run.machine(), question.machine());
      if (differences.isEmpty()) {
        measuredHere.addAll(run.cells());
      } else {
        measuredElsewhere.addAll(run.cells());
        setAside.add(
            "%s is set aside, it was measured on another host: %s"
                .formatted(run.id(), String.join("; ", differences)));
      }
    }
    this.here = stores(measuredHere);
    this.elsewhere = stores(measuredElsewhere);
    question.producers().all().forEach(this::place);
  }

  private Stores stores(List<MeasuredStore> measured) {
    return new Stores(owner, question.limits(), question.costs(), measured);
  }

  private void place(Producer producer) {
    String backend = owner.backendOf(producer.source());
    switch (here.current(backend)) {
      case Known(Store store) -> place(producer, store);
      case Unknown none -> unknown.put(producer.source(), orElsewhere(backend, none));
    }
  }

  private void place(Producer producer, Store store) {
    Optional<DurabilityNeed> need = question.limits().needOf(producer.source());
    if (store.settings().isEmpty() && need.isEmpty()) {
      unknown.put(
          producer.source(),
          new Unknown(
              Rule.E4,
              "no load held in %s, so what it promises is not known; say what %s needs in logsink.decide.durability"
                  .formatted(store.label(), producer.source())));
      return;
    }
    Promise promise = need.map(DurabilityNeed::promise).orElse(store.promise());
    known.put(producer.source(), new Placement(producer, promise, store, inForce(producer)));
  }

  /** What the rule in force takes away, where that was not counted already. */
  private Optional<Reduction> inForce(Producer producer) {
    SourceRule rule = owner.ruleOf(producer.source());
    boolean reduces =
        rule.coalesceWindow().isPositive()
            || !rule.rate().equals(RateLimit.NONE)
            || rule.sampleOneOf() > 1;
    return question.producers().isBeforeReducers() && reduces
        ? Optional.of(Trials.of(producer, rule))
        : Optional.empty();
  }

  private Unknown orElsewhere(String backend, Unknown none) {
    return elsewhere.current(backend) instanceof Known(Store store)
        ? new Unknown(
            Rule.E3,
            "%s was measured on another host (%s)"
                .formatted(store.label(), String.join(", ", runIds(store))))
        : none;
  }

  /** The runs that a store is known from. */
  public static List<String> runIds(Store store) {
    return store.evidence().stream().map(Evidence::runId).distinct().toList();
  }

  /** The sources whose stores are known. */
  public Layout layout() {
    return new Layout(known);
  }

  /** The sources whose store nothing can be told about, and why. */
  public Map<String, Unknown> unknown() {
    return unknown;
  }

  /** E4 before E3: a measurement is missing, wherever the others are from. */
  public Rule firstUnknown() {
    return unknown.values().stream()
        .map(Unknown::rule)
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  /** What was measured on this machine. */
  public Stores stores() {
    return here;
  }

  /** The config in force. */
  public OwnerConfig owner() {
    return owner;
  }

  /** The runs that do not count, and why. */
  public List<String> setAside() {
    return setAside;
  }
}
