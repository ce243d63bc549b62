package io.logsink.pipeline;

import io.logsink.api.record.LogRecord;
import java.time.Instant;

/** Sends what was lost down the pipeline as records of its own. For who has the flow's lock. */
final class LossTeller {
  private final Accounts accounts;
  private final Flow flow;
  private final Admission admission;
  private final PipelineClock clock;

  LossTeller(Accounts accounts, Flow flow, Admission admission, PipelineClock clock) {
    this.accounts = accounts;
    this.flow = flow;
    this.admission = admission;
    this.clock = clock;
  }

  /** Tells every loss that was not told, while there is somebody to tell it to. */
  void tell() {
    if (!flow.isStopped() && !flow.isEnded()) {
      accounts.all().forEach(this::tell);
    }
  }

  private void tell(Account account) {
    Instant now = clock.now();
    account
        .takeLosses()
        .forEach((fate, loss) ->
            send(
                new Item(
                    accounts.own(),
                    LossRecords.of(now, account.source, fate, loss),
                    new Item.Told(account, fate, loss))));
  }

  /** Tells that the process before ended without closing. */
  void tellUncleanEnd(Instant saved) {
    LogRecord record = LossRecords.uncleanEnd(clock.now(), saved);
    send(new Item(accounts.own(), record));
  }

  private void send(Item item) {
    admission.admit(flow.arrive(item), Overflow.DROP_OLDEST);
  }
}
