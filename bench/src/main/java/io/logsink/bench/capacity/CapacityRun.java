package io.logsink.bench.capacity;

import io.logsink.api.LogSinkException;
import io.logsink.bench.Contender;
import io.logsink.bench.StoreFolders;
import io.logsink.bench.load.LoadPlan;
import io.logsink.bench.load.LoadResult;
import io.logsink.bench.load.LoadRun;
import io.logsink.bench.stock.LineStock;
import io.logsink.bench.workload.WorkloadPlan;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The search for one store's capacity, with loads as trials. For one thread, and once. */
final class CapacityRun {
  private final CapacityPlan plan;
  private final Mode mode;
  private final WorkloadPlan workload;
  private final Map<String, LineStock> stocks;
  private final StoreFolders folders;
  private final Judge judge;
  private final Share share;
  private @Nullable LoadResult held;

  /**
   * Which search.
   *
   * @param contender the store
   * @param withReaders whether readers ask meanwhile
   */
  record Mode(Contender contender, boolean withReaders) {
    @Override
    public String toString() {
      return contender.label() + (withReaders ? " with readers" : " without readers");
    }
  }

  CapacityRun(
      CapacityPlan plan,
      Mode mode,
      Map<String, LineStock> stocks,
      StoreFolders folders,
      Share share) {
    this.plan = plan;
    this.mode = mode;
    this.workload = mode.withReaders() ? plan.workload() : plan.workload().withoutReaders();
    this.stocks = stocks;
    this.folders = folders;
    this.judge = new Judge(plan.limits());
    this.share = share;
  }

  CapacityCell run() throws LogSinkException, IOException, InterruptedException {
    Capacity capacity = new CapacitySearch(plan.limits(), this::tryAt).run();
    return new CapacityCell(
        mode.contender().label(), mode.withReaders(), capacity, Optional.ofNullable(held));
  }

  private Trial tryAt(double rate) throws LogSinkException, IOException, InterruptedException {
    share.say(String.format(Locale.ROOT, "%s at %,d records/s", mode, Math.round(rate)));
    // What the trial before left behind is not to be collected in this one's time.
    System.gc();
    LoadPlan load = new LoadPlan(workload, rate, plan.pipeline());
    LoadResult result = new LoadRun(load, mode.contender(), stocks).in(folders);
    Trial trial = judge.judge(result);
    if (trial.held()) {
      held = result;
    }
    return trial;
  }
}
