package io.logsink.app;

import io.logsink.bench.Contender;
import io.logsink.bench.decide.evidence.CapacityFile;
import io.logsink.bench.workload.WorkloadPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How fast a workload is sent: as it says, at another rate, or at a share of a capacity. */
final class BenchRate {
  private static final Pattern FORM = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,6})?)(x?)");

  @Option(
      names = "--rate",
      paramLabel = "RATE",
      description =
          "So many times as fast as the workload says (2x), or so many records a second (5000).")
  private @Nullable String rate;

  @Option(
      names = "--of",
      paramLabel = "FILE",
      description = "The JSON of a 'bench capacity': the rate is a share of what it found.")
  private @Nullable Path capacity;

  @Option(
      names = "--share",
      paramLabel = "SHARE",
      converter = Percentage.class,
      description = "Which share of it, 80%% or 0.8; all of it when not given.")
  private @Nullable Double share;

  /**
   * The rate of a load on {@code contender}.
   *
   * @throws IOException when the capacity cannot be read, or is not one of that
   */
  double of(WorkloadPlan workload, Contender contender, boolean withReaders) throws IOException {
    if (capacity == null) {
      requireNoShare();
      return rate == null ? workload.rate() : parsed(rate, workload);
    }
    if (rate != null) {
      throw new IllegalArgumentException("--rate and --of are two rates; give one of them");
    }
    double found =
        CapacityFile.read(capacity).rateOf(workload.name(), contender.label(), withReaders);
    return share == null ? found : found * share;
  }

  private void requireNoShare() {
    if (share != null) {
      throw new IllegalArgumentException(
          "--share is a share of a capacity; say of which with --of capacity.json");
    }
  }

  private static double parsed(String text, WorkloadPlan workload) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "--rate \"%s\" is neither a factor such as 2x nor records a second such as 5000"
              .formatted(text));
    }
    double number = Double.parseDouble(form.group(1));
    return form.group(2).isEmpty() ? number : number * workload.rate();
  }
}
