package io.logsink.bench.decide.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.bench.Metric;
import io.logsink.bench.stretch.Measure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DiskCostsTest {
  @TempDir private Path folder;

  @Test
  void readsBothWhatTheComparisonAndWhatTheCostsSay() throws Exception {
    DiskCosts open = costs("lmdb", Measure.DISK.field(), 0.15);
    DiskCosts sealed = costs("rotfile", Metric.SEALED.field(), 0.12);

    assertThat(open.of("lmdb")).hasValue(0.15);
    assertThat(open.of("rotfile")).isEmpty();
    assertThat(open.plus(sealed).of("rotfile")).hasValue(0.12);
  }

  private DiskCosts costs(String label, String figure, double median) throws IOException {
    Path file = folder.resolve("costs.json");
    Files.writeString(
        file,
        "{\"contenders\":[{\"label\":\"%s\",\"figures\":{\"%s\":{\"median\":%s}}}]}"
            .formatted(label, figure, median));
    return DiskCosts.read(file);
  }
}
