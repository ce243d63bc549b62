package io.logsink.bench.workload;

import io.logsink.api.InvalidSettingException;
import io.logsink.api.record.Source;
import io.logsink.pipeline.LogPipeline;

/**
 * One producer. It sends on a schedule, whether or not anybody keeps up.
 *
 * @param source whose records they are; no two producers of a workload have the same
 * @param rate steady records a second, 0 to 100,000,000
 * @param burst what comes on top of them
 * @param lines what the records say
 */
public record ProducerPlan(String source, double rate, BurstPlan burst, LinesPlan lines) {
  private static final double MOST_RATE = 1e8;

  /** Ten records a second of {@code pty:service}. */
  public static final ProducerPlan DEFAULT =
      new ProducerPlan("pty:service", 10, BurstPlan.NONE, LinesPlan.DEFAULT);

  /** Checks the values. */
  public ProducerPlan {
    requireSource(source);
    if (!(rate >= 0 && rate <= MOST_RATE)) {
      throw new InvalidSettingException("rate", rate, "0 to 100000000 records a second");
    }
    if (rate == 0 && burst.size() == 0) {
      throw new InvalidSettingException("rate", rate, "more than 0 where there are no bursts");
    }
  }

  private static void requireSource(String name) {
    try {
      Source source = Source.of(name);
      if (source.equals(LogPipeline.OWN_SOURCE)) {
        throw new InvalidSettingException("source", name, "another name than the pipeline's own");
      }
    } catch (InvalidSettingException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new InvalidSettingException(
          "source", '"' + name + '"', "a source such as pty:web (%s)".formatted(e.getMessage()));
    }
  }

  /** Records a second, on average, bursts included. */
  public double meanRate() {
    return rate + burst.rate();
  }
}
