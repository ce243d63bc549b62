package io.logsink.bench.decide.evidence;

import io.logsink.api.Durability;
import io.logsink.bench.Promise;
import io.logsink.bench.capacity.Capacity.Outcome;
import io.logsink.bench.decide.evidence.MeasuredStore.Held;
import io.logsink.bench.machine.MachineProfile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads what the bench writes as JSON. */
public final class CapacityFile {
  private static final String KIND = "capacity";
  private static final long SCHEMA = 1;

  private CapacityFile() {}

  /**
   * The capacities in {@code file}.
   *
   * @throws IOException when it cannot be read, or is no JSON of a capacity search
   */
  public static CapacityRun read(Path file) throws IOException {
    JsonPart root = JsonPart.of(file);
    String kind = root.text("kind");
    if (!kind.equals(KIND)) {
      throw new IOException(
          "%s is of kind \"%s\"; give the JSON of a capacity search".formatted(file, kind));
    }
    if (root.whole("schema") != SCHEMA) {
      throw new IOException(
          "%s has schema %d, and %d is known here; measure again with this version"
              .formatted(file, root.whole("schema"), SCHEMA));
    }
    String id = id(root);
    Duration limit = Duration.ofNanos(root.at("limits").whole("visibleP99Nanos"));
    List<MeasuredStore> cells = new ArrayList<>();
    for (JsonPart cell : root.items("cells")) {
      cells.add(cell(id, limit, cell));
    }
    return new CapacityRun(id, root.text("workload"), machine(root.at("machine")), cells);
  }

  /**
   * The machine that any JSON of the bench is from.
   *
   * @throws IOException when it cannot be read, or has none
   */
  public static MachineProfile machine(Path file) throws IOException {
    return machine(JsonPart.of(file).at("machine"));
  }

  private static String id(JsonPart root) throws IOException {
    Optional<JsonPart> id = root.find("id");
    return id.isPresent() ? root.text("id") : KIND + "-" + root.text("start");
  }

  private static MachineProfile machine(JsonPart json) throws IOException {
    return new MachineProfile(
        json.text("cpu"),
        Math.toIntExact(json.whole("coreCount")),
        json.whole("memoryBytes"),
        json.text("system"),
        json.text("fileSystem"),
        json.whole("flushNanos"),
        json.text("jvm"),
        json.whole("heapBytes"),
        json.text("revision"));
  }

  private static MeasuredStore cell(String id, Duration limit, JsonPart cell) throws IOException {
    Optional<JsonPart> held = cell.find("held");
    return new MeasuredStore(
        id,
        cell.text("label"),
        cell.flag("withReaders"),
        cell.word("outcome", Outcome.class),
        cell.number("rate"),
        cell.text("sentence"),
        limit,
        held.isPresent() ? Optional.of(held(held.get())) : Optional.empty());
  }

  private static Held held(JsonPart load) throws IOException {
    JsonPart sent = load.at("sent");
    JsonPart durability = load.at("durability");
    return new Held(
        sent.number("sentBytes") / Math.max(1, sent.whole("sentCount")),
        Duration.ofNanos(load.at("visible").whole("p99Nanos")),
        new Promise(
            durability.word("append", Durability.class), durability.word("sync", Durability.class)),
        load.texts("settings"),
        diskPerByte(load, sent.number("sentBytes")));
  }

  /** Of the last look at the store, which most of the load had gone into. */
  private static OptionalDouble diskPerByte(JsonPart load, double sentBytes) throws IOException {
    List<JsonPart> timeline =
        load.find("timeline").isPresent() ? load.items("timeline") : List.of();
    double storeBytes = timeline.isEmpty() ? 0 : timeline.getLast().number("storeBytes");
    return storeBytes > 0 && sentBytes > 0
        ? OptionalDouble.of(storeBytes / sentBytes)
        : OptionalDouble.empty();
  }
}
