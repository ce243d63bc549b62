package io.logsink.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.logsink.sqlite.SqliteSettings;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ContendersTest {
  private final List<Contender> found = Everyone.onTheClassPath();

  @Test
  void everyBackendTakesPartAndSqliteInBothJournalModes() {
    assertThat(found)
        .extracting(Contender::label)
        .containsExactlyInAnyOrder("sqlite-wal", "sqlite-delete", "lmdb", "rotfile", "ring");
  }

  @Test
  void aContenderIsNamedByItsLabelOrItsBackend() {
    assertThat(Contenders.chosen(found, List.of("sqlite")))
        .extracting(Contender::label)
        .containsExactlyInAnyOrder("sqlite-wal", "sqlite-delete");
    assertThat(Contenders.chosen(found, List.of("lmdb", "sqlite-wal"))).hasSize(2);
    assertThat(Contenders.chosen(found, List.of())).isEqualTo(found);
  }

  @Test
  void anUnknownNameIsRefusedWithThoseThatThereAre() {
    assertThatThrownBy(() -> Contenders.chosen(found, List.of("rong")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("no backend \"rong\" to compare, did you mean ring?; there are ")
        .hasMessageContaining("sqlite-wal");
  }

  @Test
  void aContenderIsPutIntoAFolderOfItsOwn() {
    Contender wal = Contenders.chosen(found, List.of("sqlite-wal")).getFirst();

    assertThat(wal.settingsIn(Path.of("x")))
        .isEqualTo(SqliteSettings.DEFAULT.withDirectory(Path.of("x")));
    assertThat(ListBackend.honest("list").contender().settingsIn(Path.of("x")))
        .isEqualTo(new ListBackend.Settings());
  }
}
