package io.logsink.pipeline;

import io.logsink.api.record.Source;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The accounts of all sources. There are only so many: a source that comes when all are taken is
 * counted with others under {@link LogPipeline#OTHER_SOURCES}. Any thread may look one up; making
 * one takes the flow's lock.
 */
final class Accounts {
  private final PipelineSettings settings;
  private final Flow flow;
  private final Admission admission;
  private final PipelineClock clock;
  private final Map<Source, Account> accounts = new ConcurrentHashMap<>();
  private final Account own;

  Accounts(PipelineSettings settings, Flow flow, Admission admission, PipelineClock clock) {
    this.settings = settings;
    this.flow = flow;
    this.admission = admission;
    this.clock = clock;
    this.own = make(LogPipeline.OWN_SOURCE, SourceRule.DEFAULT);
  }

  /** That of the pipeline's own records. */
  Account own() {
    return own;
  }

  Collection<Account> all() {
    return accounts.values();
  }

  /** The account of {@code source}, or null when it has none of its own. */
  @Nullable Account find(Source source) {
    return accounts.get(source);
  }

  /** The account under which {@code source} is counted. */
  Account of(Source source) {
    Account account = accounts.get(source);
    return account != null ? account : open(source);
  }

  private Account open(Source source) {
    flow.lock();
    try {
      Account account = accounts.get(source);
      if (account != null) {
        return account;
      }
      if (isFull() && !source.equals(LogPipeline.OTHER_SOURCES)) {
        return of(LogPipeline.OTHER_SOURCES);
      }
      return make(source, ruleFor(source));
    } finally {
      flow.unlock();
    }
  }

  /** Lines of different sources are not repeats of each other. */
  private SourceRule ruleFor(Source source) {
    SourceRule rule = settings.ruleFor(source);
    return source.equals(LogPipeline.OTHER_SOURCES)
        ? rule.withCoalescing(Duration.ZERO, rule.coalesceKeyCount())
        : rule;
  }

  /** The two accounts of the pipeline itself do not count. */
  private boolean isFull() {
    int ownCount = accounts.containsKey(LogPipeline.OTHER_SOURCES) ? 2 : 1;
    return accounts.size() - ownCount >= settings.maxSourceCount();
  }

  private Account make(Source source, SourceRule rule) {
    Account account = new Account(source, rule);
    if (rule.reduces()) {
      account.reducers = new Reducers(rule, flow, admission, clock);
    }
    accounts.put(source, account);
    return account;
  }
}
