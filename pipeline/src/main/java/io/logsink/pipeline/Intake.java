package io.logsink.pipeline;

import io.logsink.api.record.Source;
import org.jspecify.annotations.Nullable;

/** The way of a record into the queue. For who has the flow's lock. */
final class Intake {
  private final Flow flow;
  private final Admission admission;
  private final Accounts accounts;

  Intake(Flow flow, Admission admission, Accounts accounts) {
    this.flow = flow;
    this.admission = admission;
    this.accounts = accounts;
  }

  void take(Item item, @Nullable LineKey key) {
    Reducers reducers = item.account.reducers;
    if (flow.isStopped()) {
      flow.settle(item, Fate.FAILED);
    } else if (reducers == null || reducers.pass(item, key)) {
      admission.admit(item);
    }
  }

  /** Lets go what is held for a time that is over. */
  void tick() {
    for (Account account : accounts.all()) {
      if (account.reducers != null) {
        account.reducers.tick();
      }
    }
  }

  /** Lets go everything that is held of {@code source}. */
  void end(Source source) {
    Account account = accounts.find(source);
    if (account != null) {
      end(account);
    }
  }

  private static void end(Account account) {
    if (account.reducers != null) {
      account.reducers.end();
    }
  }

  /** Lets go everything that is held. */
  void endAll() {
    accounts.all().forEach(Intake::end);
  }
}
