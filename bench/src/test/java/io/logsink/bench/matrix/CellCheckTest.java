package io.logsink.bench.matrix;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.logsink.bench.floor.FloorBackend;
import io.logsink.bench.matrix.Setup.Variant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CellCheckTest {
  private final Map<String, String> engine =
      new HashMap<>(
          Map.of("journal_mode", "wal", "synchronous", "1", "indexes", "", "tables", "record"));

  @Test
  void anEngineThatShowsWhatWasAskedForPasses() {
    assertThatCode(() -> check(Setup.CENTRE)).doesNotThrowAnyException();
    assertThatCode(() -> new CellCheck(Cell.floor(FloorBackend.noop(), 1), Map.of()).require())
        .doesNotThrowAnyException();
  }

  @Test
  void eachThingThatIsDifferentIsNamed() {
    refuses("journal_mode", "delete", "shows journal_mode=delete where the cell asked for wal");
    refuses("synchronous", "2", "shows synchronous=2 where the cell asked for 1");
    refuses("indexes", "record_by_time", "shows indexes=record_by_time where");
    refuses("tables", "job_state,record", "has a table job_state where the cell asked for none");
  }

  @Test
  void whatIsMissingIsNamed() {
    assertThatThrownBy(() -> check(Setup.CENTRE.with(Variant.INDEXES)))
        .hasMessageContaining("indexes= where the cell asked for record_by_source,record_by_time");
    assertThatThrownBy(() -> check(Setup.CENTRE.with(Variant.SHARED)))
        .hasMessageContaining("has no table job_state where the cell asked for one");
    engine.clear();
    engine.put("error", "database is locked");
    assertThatThrownBy(() -> check(Setup.CENTRE))
        .hasMessageContaining("journal_mode=nothing")
        .hasMessageEndingWith("; it says: database is locked");
  }

  private void refuses(String name, String value, String message) {
    String right = String.valueOf(engine.put(name, value));
    assertThatThrownBy(() -> check(Setup.CENTRE)).hasMessageContaining(message);
    engine.put(name, right);
  }

  private void check(Setup setup) throws UnfitCellException {
    new CellCheck(setup.cell(), engine).require();
  }
}
