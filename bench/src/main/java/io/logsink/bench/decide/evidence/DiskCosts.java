package io.logsink.bench.decide.evidence;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * How many bytes on disk each store takes for a byte of bodies.
 *
 * @param byLabel of each store by what it is called
 */
public record DiskCosts(Map<String, Double> byLabel) {
  /** Nothing is known. */
  public static final DiskCosts NONE = new DiskCosts(Map.of());

  /** Sealed before open: most of a log is kept so. */
  private static final List<String> FIGURES = List.of("sealedDiskBytesPerByte", "diskBytesPerByte");

  /** Copies the map. */
  public DiskCosts {
    byLabel = Map.copyOf(byLabel);
  }

  /**
   * What the JSON of a comparison of backends says.
   *
   * @throws IOException when it cannot be read, or is none
   */
  public static DiskCosts read(Path file) throws IOException {
    Map<String, Double> found = new TreeMap<>();
    for (JsonPart contender : JsonPart.of(file).items("contenders")) {
      JsonPart figures = contender.at("figures");
      for (String name : FIGURES) {
        Optional<JsonPart> figure = figures.find(name);
        if (figure.isPresent()) {
          found.putIfAbsent(contender.text("label"), figure.get().number("median"));
        }
      }
    }
    return new DiskCosts(found);
  }

  /** Both together; where both know a store, {@code other} counts. */
  public DiskCosts plus(DiskCosts other) {
    Map<String, Double> all = new TreeMap<>(byLabel);
    all.putAll(other.byLabel);
    return new DiskCosts(all);
  }

  /** What the store with that label takes. */
  public OptionalDouble of(String label) {
    Double known = byLabel.get(label);
    return known == null ? OptionalDouble.empty() : OptionalDouble.of(known);
  }
}
