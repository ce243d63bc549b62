package io.logsink.bench.matrix;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.logsink.api.BackendConfig;
import io.logsink.api.LogSink;
import io.logsink.bench.stretch.Lines;
import io.logsink.bench.stretch.Supply;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StoreCheckTest {
  @TempDir private Path folder;

  @Test
  void comparesWhatIsThereWithWhatWasSupplied() throws Exception {
    var contender = Setup.CENTRE.cell().contender();
    Supply supply = new Supply(Lines.many(5_000), 5_000);
    Supply other = new Supply(Lines.many(4_999), 5_000);
    try (LogSink sink =
        contender.backend().open(BackendConfig.owner(contender.settingsIn(folder.resolve("s"))))) {
      sink.append(supply.next());

      assertThatCode(() -> StoreCheck.of(sink, supply, 5_000, true)).doesNotThrowAnyException();
      assertThatThrownBy(() -> StoreCheck.of(sink, supply, 5_001, false))
          .hasMessage("it has 5000 records of the 5001 that were appended");
      assertThatThrownBy(() -> StoreCheck.of(sink, other, 5_000, false))
          .hasMessage("record 5000 came back changed or in the wrong place");
    }
  }
}
