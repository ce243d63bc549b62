package io.logsink.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.logsink.api.LogSinkException;
import io.logsink.api.SinkCorruptException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StoreSequenceTest {
  @TempDir Path folder;
  private Faults faults;

  @BeforeEach
  void nameFaults() {
    faults = new Faults("memory", folder);
  }

  private StoreSequence load() throws LogSinkException {
    return Objects.requireNonNull(StoreSequence.load(faults, "memory", 1));
  }

  @Test
  void anEmptyFolderHasNone() throws LogSinkException {
    assertThat(StoreSequence.load(faults, "memory", 1)).isNull();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void goesOnWhereItWasClosed() throws LogSinkException {
    StoreSequence sequence = StoreSequence.fresh(faults, "memory", 1);
    sequence.start();
    sequence.reserve(7);
    sequence.give(7);
    sequence.close();

    assertThat(load().wasClean()).isTrue();
    assertThat(load().next()).isEqualTo(8);
  }

  @Test
  void goesOnBehindWhatWasReservedWhenItWasNotClosed() throws LogSinkException {
    StoreSequence sequence = StoreSequence.fresh(faults, "memory", 1);
    sequence.start();
    sequence.reserve(7);
    sequence.give(7);

    assertThat(load().wasClean()).isFalse();
    assertThat(load().next()).isGreaterThan(7);
  }

  @Test
  void anEndWithoutARecordCostsNoSequence() throws LogSinkException {
    StoreSequence sequence = StoreSequence.fresh(faults, "memory", 1);
    sequence.start();
    sequence.reserve(7);
    sequence.give(7);
    sequence.close();
    load().start();

    assertThat(load().next()).isEqualTo(8);
  }

  @Test
  void reservesManyAtOnce() throws LogSinkException, IOException {
    StoreSequence sequence = StoreSequence.fresh(faults, "memory", 1);
    sequence.reserve(1);
    byte[] before = Files.readAllBytes(folder.resolve("MANIFEST"));
    sequence.give(1);
    sequence.reserve(1_000_000);

    assertThat(folder.resolve("MANIFEST")).hasBinaryContent(before);
    sequence.give(1_000_000);
    sequence.reserve(1);
    assertThat(Files.readAllBytes(folder.resolve("MANIFEST"))).isNotEqualTo(before);
  }

  @Test
  void refusesAnotherBackendAndAnotherVersion() throws LogSinkException {
    StoreSequence.fresh(faults, "memory", 1).start();

    assertThatThrownBy(() -> StoreSequence.load(faults, "other", 1))
        .isInstanceOf(SinkCorruptException.class)
        .hasMessageContaining("a store of the backend memory");
    assertThatThrownBy(() -> StoreSequence.load(faults, "memory", 2))
        .isInstanceOf(SinkCorruptException.class)
        .hasMessageContaining("format version 1");
  }

  @Test
  void refusesWhenBothCopiesAreDamaged() throws LogSinkException, IOException {
    StoreSequence.fresh(faults, "memory", 1).start();
    Files.writeString(folder.resolve("MANIFEST"), "nothing");
    assertThat(load().next()).isEqualTo(1);
    Files.writeString(folder.resolve("MANIFEST.copy"), "nothing");

    assertThatThrownBy(this::load)
        .isInstanceOf(SinkCorruptException.class)
        .hasMessageContaining("its manifest cannot be read");
  }
}
