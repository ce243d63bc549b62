package io.logsink.pipeline.route;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.logsink.api.record.Source;
import io.logsink.api.record.SourceGlob;
import java.util.List;

/**
 * Where each source's records go: to the target of the first branch whose glob matches, else to the
 * rest. Sources may be without number, so only those that come often are remembered. Safe from any
 * thread.
 *
 * @param <T> what records go to
 */
final class Routing<T> {
  private final List<Branch<T>> branches;
  private final T rest;
  private final LoadingCache<Source, T> known;

  /** Some sources and where they go. */
  record Branch<T>(SourceGlob sources, T target) {}

  Routing(List<Branch<T>> branches, T rest, int rememberedCount) {
    this.branches = List.copyOf(branches);
    this.rest = rest;
    this.known =
        Caffeine.newBuilder()
            .maximumSize(rememberedCount)
            .executor(Runnable::run)
            .build(this::find);
  }

  T of(Source source) {
    return branches.isEmpty() ? rest : known.get(source);
  }

  private T find(Source source) {
    return branches.stream()
        .filter(branch -> branch.sources().matches(source))
        .map(Branch::target)
        .findFirst()
        .orElse(rest);
  }
}
