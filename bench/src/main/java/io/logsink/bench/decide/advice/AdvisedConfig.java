package io.logsink.bench.decide.advice;

import io.logsink.bench.decide.Decision;
import io.logsink.config.ConfigException;
import io.logsink.config.EffectiveSetting;
import io.logsink.config.LogSinkConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes a config that says what the owner's says, and carries out the advice of a decision: the
 * owner's text as it is, and lines at its end. What was written is loaded again before it gets its
 * name.
 */
public final class AdvisedConfig {
  private final LogSinkConfig now;
  private final Optional<Path> ownerFile;
  private final Function<Path, LogSinkConfig> loader;

  /**
   * An addition to a config.
   *
   * @param now the config in force
   * @param ownerFile the file that it is from, if it is from one
   * @param loader loads a file as the config in force was loaded
   */
  public AdvisedConfig(
      LogSinkConfig now, Optional<Path> ownerFile, Function<Path, LogSinkConfig> loader) {
    this.now = now;
    this.ownerFile = ownerFile;
    this.loader = loader;
  }

  /**
   * Writes {@code target}, which takes the place of what has that name.
   *
   * @param decision a decision with advice
   * @param time when it was made, for a comment
   * @throws IOException when it cannot be written, or the owner's file is such that lines at its
   *     end do not change it as they should; then nothing is changed
   */
  public void write(Path target, Decision decision, String time) throws IOException {
    AdviceBlock block = new AdviceBlock(decision.advice(), now);
    Path folder = target.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path draft = Files.createTempFile(folder, "logsink", ".conf.draft");
    try {
      Files.writeString(draft, text(block, decision, time));
      check(draft, block);
      Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private String text(AdviceBlock block, Decision decision, String time) throws IOException {
    String owner = ownerFile.isPresent() ? Files.readString(ownerFile.get()).stripTrailing() : "";
    return "%s%n%n# logsink decide, %s: %s%n%s%n"
        .formatted(owner, time, decision.sentence(), String.join("\n", block.lines()))
        .stripLeading();
  }

  private void check(Path draft, AdviceBlock block) throws IOException {
    try {
      requireSame(loader.apply(draft), block);
    } catch (ConfigException e) {
      throw cannot(block, String.join("; ", e.problems()), e);
    }
  }

  /** What the owner set is set to the same, but for what is advised. */
  private void requireSame(LogSinkConfig advised, AdviceBlock block) throws IOException {
    Map<String, String> after = values(advised);
    List<String> changed = block.keys();
    for (Map.Entry<String, String> before : values(now).entrySet()) {
      boolean same = before.getValue().equals(after.get(before.getKey()));
      if (!same && !changed.contains(before.getKey())) {
        String reason =
            "%s would be %s instead of %s"
                .formatted(before.getKey(), after.get(before.getKey()), before.getValue());
        throw cannot(block, reason, null);
      }
    }
  }

  private static Map<String, String> values(LogSinkConfig config) {
    return config.effective().stream()
        .collect(Collectors.toMap(EffectiveSetting::key, EffectiveSetting::value));
  }

  private IOException cannot(AdviceBlock block, String reason, @Nullable Exception cause) {
    return new IOException(
        "lines at the end of %s do not do it: %s; put them in yourself: %s"
            .formatted(
                ownerFile.map(Path::toString).orElse("a config"),
                reason,
                String.join("\n", block.lines())),
        cause);
  }
}
