package io.logsink.bench.workload;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigSyntax;
import io.logsink.api.InvalidSettingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Supplier;

/** Reads and writes workloads as HOCON; {@code docs/workloads} has the keys. */
public final class WorkloadFile {
  static final String WORKLOAD = "workload";
  static final String PRODUCERS = "producers";
  static final String READERS = "readers";
  private static final String SUFFIX = ".conf";

  private static final ConfigParseOptions OPTIONS =
      ConfigParseOptions.defaults().setAllowMissing(false).setSyntax(ConfigSyntax.CONF);

  private WorkloadFile() {}

  /**
   * The workload in {@code file}, which gives it its name.
   *
   * @throws WorkloadException when it is not there or anything in it is wrong
   */
  public static WorkloadPlan read(Path file) {
    if (!Files.isReadable(file)) {
      throw new WorkloadException(
          List.of(
              "there is no workload %s; make it, or name one of %s"
                  .formatted(file, String.join(", ", ShippedWorkloads.names()))));
    }
    String name = file.toAbsolutePath().getFileName().toString();
    String bare = name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
    return read(bare, () -> ConfigFactory.parseFile(file.toFile(), OPTIONS));
  }

  /**
   * The workload that {@code text} says.
   *
   * @param name its name, also in messages
   * @throws WorkloadException when anything in it is wrong
   */
  public static WorkloadPlan parse(String name, String text) {
    return read(name, () -> ConfigFactory.parseString(text, OPTIONS.setOriginDescription(name)));
  }

  /** The workload as a file that reads back as the same; what is as by default is left out. */
  public static String write(WorkloadPlan plan) {
    return new PlanWriter().write(plan);
  }

  private static WorkloadPlan read(String name, Supplier<Config> parser) {
    Config all;
    try {
      all = parser.get().resolve();
    } catch (ConfigException e) {
      throw new WorkloadException(List.of(String.valueOf(e.getMessage())));
    }
    return bind(name, all.root());
  }

  private static WorkloadPlan bind(String name, ConfigObject root) {
    PlanBinder binder = new PlanBinder();
    binder.refuseUnknown(root, List.of(WORKLOAD), "");
    ConfigObject workload = binder.section(root.get(WORKLOAD), WORKLOAD);
    if (workload == null) {
      binder.add(
          root.origin(), "there is no %s { ... }; put the workload in it".formatted(WORKLOAD));
      throw binder.exception();
    }
    return bind(binder, name, workload);
  }

  private static WorkloadPlan bind(PlanBinder binder, String name, ConfigObject workload) {
    List<String> keys = new ArrayList<>(RecordParts.keys(WorkloadSettings.DEFAULT));
    keys.addAll(List.of(PRODUCERS, READERS));
    binder.refuseUnknown(workload, keys, WORKLOAD);
    WorkloadSettings settings = binder.bindKnown(workload, WorkloadSettings.DEFAULT, WORKLOAD);
    SortedMap<String, ProducerPlan> producers =
        binder.bindEach(workload.get(PRODUCERS), ProducerPlan.DEFAULT, WORKLOAD + "." + PRODUCERS);
    SortedMap<String, ReaderPlan> readers =
        binder.bindEach(workload.get(READERS), ReaderPlan.DEFAULT, WORKLOAD + "." + READERS);
    binder.throwIfAny();
    try {
      return new WorkloadPlan(name, settings, producers, readers);
    } catch (InvalidSettingException e) {
      binder.add(workload.origin(), WORKLOAD, e);
      throw binder.exception();
    }
  }
}
