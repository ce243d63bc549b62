package io.logsink.bench.capacity;

import io.logsink.bench.workload.WorkloadPlan;
import io.logsink.pipeline.PipelineSettings;
import java.nio.file.Path;
import java.util.List;

/**
 * What is looked for.
 *
 * @param workload what is sent, at whatever rate, and who reads; its times are those of one trial
 * @param limits what a rate has to keep to
 * @param pipeline the pipeline in front of each store
 * @param readerModes whether readers ask meanwhile: each store is searched once for each of these
 * @param folder where the stores are made and removed again
 */
public record CapacityPlan(
    WorkloadPlan workload,
    CapacityLimits limits,
    PipelineSettings pipeline,
    List<Boolean> readerModes,
    Path folder) {
  /** Copies the list. */
  public CapacityPlan {
    readerModes = List.copyOf(readerModes);
  }

  /** With readers and without, by the default limits, through a pipeline as it is by default. */
  public static CapacityPlan of(WorkloadPlan workload, Path folder) {
    return new CapacityPlan(
        workload, CapacityLimits.DEFAULT, PipelineSettings.DEFAULT, List.of(false, true), folder);
  }
}
