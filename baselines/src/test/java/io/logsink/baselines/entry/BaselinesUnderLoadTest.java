package io.logsink.baselines.entry;

import static org.assertj.core.api.Assertions.assertThat;

import io.logsink.bench.Contender;
import io.logsink.bench.StoreFolders;
import io.logsink.bench.load.IdCheck;
import io.logsink.bench.load.LoadPlan;
import io.logsink.bench.load.LoadResult;
import io.logsink.bench.load.LoadRun;
import io.logsink.bench.stock.LineStock;
import io.logsink.bench.workload.WorkloadFile;
import io.logsink.bench.workload.WorkloadPlan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** They take a load through a pipeline like every other backend. */
final class BaselinesUnderLoadTest {
  private static final String WORKLOAD =
      """
      logsink.workload {
        warm-up = 100ms
        duration = 300ms
        producers.web { source = "pty:web", rate = 500, lines { kind = access, count = 100 } }
        readers.follow { sources = "pty:web", every = 50ms }
      }
      """;

  @TempDir private Path folder;

  static List<Contender> all() {
    return Baselines.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyRecordIsAccountedFor(Contender contender) throws Exception {
    Path file = Files.writeString(folder.resolve("short.conf"), WORKLOAD);
    WorkloadPlan workload = WorkloadFile.read(file);
    LoadRun run = new LoadRun(LoadPlan.of(workload), contender, LineStock.of(workload));

    try (StoreFolders folders = new StoreFolders(folder)) {
      LoadResult result = run.in(folders);

      boolean read = contender.isReadable();
      assertThat(result.ids())
          .isEqualTo(new IdCheck(200, 200, 0, read, read ? 200 : 0, 0, List.of()));
      assertThat(result.readers().values())
          .allSatisfy(reader -> {
            assertThat(reader.able()).isEqualTo(read);
            assertThat(reader.lastFailure()).isNull();
          });
    }
  }
}
