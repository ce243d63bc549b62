package io.logsink.bench.load;

import io.logsink.bench.workload.WorkloadPlan;
import io.logsink.pipeline.PipelineSettings;

/**
 * A workload at a rate.
 *
 * @param workload who sends and who reads
 * @param rate records a second of all producers together, bursts included; each keeps its share
 * @param pipeline the pipeline in front of the store; its counters go into a fresh folder
 */
public record LoadPlan(WorkloadPlan workload, double rate, PipelineSettings pipeline) {
  private static final double MOST_RATE = 1e8;

  /** Checks the rate. */
  public LoadPlan {
    if (!(rate > 0 && rate <= MOST_RATE)) {
      throw new IllegalArgumentException(
          "the rate must be more than 0 and at most 100,000,000 records a second, not " + rate);
    }
  }

  /** A workload at its own rate, through a pipeline as it is by default. */
  public static LoadPlan of(WorkloadPlan workload) {
    return new LoadPlan(workload, workload.rate(), PipelineSettings.DEFAULT);
  }

  /** This load at another rate. */
  public LoadPlan atRate(double other) {
    return new LoadPlan(workload, other, pipeline);
  }

  /** This load through another pipeline. */
  public LoadPlan through(PipelineSettings other) {
    return new LoadPlan(workload, rate, other);
  }

  /** How much faster than the workload says. */
  double factor() {
    return rate / workload.rate();
  }
}
