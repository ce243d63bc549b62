package io.logsink.bench.decide.layout;

import io.logsink.bench.decide.evidence.DiskCosts;
import io.logsink.bench.decide.evidence.MeasuredStore;
import io.logsink.bench.decide.layout.Finding.Known;
import io.logsink.bench.decide.layout.Finding.Unknown;
import io.logsink.bench.decide.rule.DecideSettings;
import io.logsink.bench.decide.rule.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The stores that were measured on this machine: the one of each backend as it is configured, and
 * what it could be instead.
 */
public final class Stores {
  private final OwnerConfig owner;
  private final Combination combination;
  private final Map<Identity, List<MeasuredStore>> measured;

  /**
   * What makes two measurements be of the same store.
   *
   * @param backend its backend
   * @param settings what it was opened with; empty when no load held, and only its label is known
   * @param label what it was called, when that is all that is known
   */
  private record Identity(
      String backend, Optional<Map<String, String>> settings, Optional<String> label) {}

  Stores(OwnerConfig owner, DecideSettings limits, DiskCosts costs, List<MeasuredStore> measured) {
    this.owner = owner;
    this.combination = new Combination(limits, costs);
    this.measured =
        measured.stream()
            .filter(this::isOfABackend)
            .collect(
                Collectors.groupingBy(this::identity, LinkedHashMap::new, Collectors.toList()));
  }

  /** What is called like a backend and takes other settings is something else. */
  private boolean isOfABackend(MeasuredStore store) {
    Optional<String> backend = backendOf(store.label());
    Set<String> names =
        store
            .held()
            .map(held -> OwnerConfig.deciding(held.settings()).keySet())
            .orElseGet(() -> backend.map(name -> owner.settingsOf(name).keySet()).orElse(Set.of()));
    return backend.filter(name -> owner.settingsOf(name).keySet().equals(names)).isPresent();
  }

  private Identity identity(MeasuredStore store) {
    String backend = backendOf(store.label()).orElseThrow();
    Optional<Map<String, String>> settings =
        store.held().map(held -> OwnerConfig.deciding(held.settings()));
    return new Identity(
        backend, settings, settings.isPresent() ? Optional.empty() : Optional.of(store.label()));
  }

  /** {@code sqlite} of {@code sqlite-wal}; nothing of what is no backend here. */
  private Optional<String> backendOf(String label) {
    return owner.backends().stream()
        .filter(name -> label.equals(name) || label.startsWith(name + "-"))
        .max(Comparator.comparingInt(String::length));
  }

  /** The store of {@code backend} with the settings in force. */
  Finding current(String backend) {
    Map<String, String> settings = owner.settingsOf(backend);
    List<MeasuredStore> same =
        of(new Identity(backend, Optional.of(settings), Optional.empty()), owner.labelOf(backend));
    return same.isEmpty()
        ? new Unknown(Rule.E4, "no run measured %s with its settings in force".formatted(backend))
        : combination.of(backend, same);
  }

  /** All stores of {@code backend} that something is known of. */
  public List<Store> all(String backend) {
    return measured.entrySet().stream()
        .filter(entry -> entry.getKey().backend().equals(backend))
        .filter(entry -> entry.getKey().settings().isPresent())
        .map(entry ->
            combination.of(backend, of(entry.getKey(), entry.getValue().getFirst().label())))
        .flatMap(
            finding -> finding instanceof Known(Store store) ? Stream.of(store) : Stream.empty())
        .toList();
  }

  /** Where no load held, a store is only known by its label. */
  private List<MeasuredStore> of(Identity identity, String label) {
    List<MeasuredStore> all = new ArrayList<>(measured.getOrDefault(identity, List.of()));
    Identity byLabel = new Identity(identity.backend(), Optional.empty(), Optional.of(label));
    all.addAll(measured.getOrDefault(byLabel, List.of()));
    return all;
  }

  /** The names of all backends that there are. */
  public List<String> backends() {
    return owner.backends();
  }
}
