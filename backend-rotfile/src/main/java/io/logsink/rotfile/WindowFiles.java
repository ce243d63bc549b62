package io.logsink.rotfile;

import io.logsink.api.record.Source;
import io.logsink.storage.Faults;
import io.logsink.storage.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The files of one window's folder. While it is written to there is a {@code ledger} with text
 * files beside it; a sealed window is a {@code ledger.sealed} with compressed text files. Between
 * the two is one rename: where there is a {@code ledger.sealed}, everything that belongs to it is
 * whole, and the other files no longer count.
 */
record WindowFiles(Path folder, Faults faults) {
  Path ledger() {
    return folder.resolve("ledger");
  }

  Path sealedLedger() {
    return folder.resolve("ledger.sealed");
  }

  /** What becomes {@code ledger.sealed}. */
  Path newSealedLedger() {
    return folder.resolve("ledger.sealed.tmp");
  }

  Path text(Source source) {
    return folder.resolve(FileNames.of(source) + FileNames.TEXT);
  }

  Path sealedText(Source source) {
    return folder.resolve(FileNames.of(source) + FileNames.SEALED);
  }

  Path index() {
    return folder.resolve("index");
  }

  /** What becomes {@code index}. */
  Path newIndex() {
    return folder.resolve("index.tmp");
  }

  boolean isSealed() {
    return Files.exists(sealedLedger());
  }

  /** The text files that are there. */
  List<Path> texts() throws IOException {
    return files(name -> name.endsWith(FileNames.TEXT));
  }

  private List<Path> files(Predicate<String> wanted) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> wanted.test(file.getFileName().toString())).sorted().toList();
    }
  }

  /** Deletes what a sealing that did not come to its end has left. */
  void deleteUnfinishedSeal() throws IOException {
    Files.deleteIfExists(newSealedLedger());
    for (Path file : files(name -> name.endsWith(FileNames.SEALED))) {
      Files.delete(file);
    }
    Folders.delete(newIndex());
    Folders.delete(index());
  }

  /** Makes what was prepared the window's form; from here on it is sealed. */
  void publishSeal() throws IOException {
    Files.move(newSealedLedger(), sealedLedger(), StandardCopyOption.ATOMIC_MOVE);
    Folders.sync(folder);
  }

  /** Deletes what a sealed window does not need. */
  void deleteUnsealed() throws IOException {
    Files.deleteIfExists(ledger());
    for (Path file : texts()) {
      Files.delete(file);
    }
    Folders.delete(newIndex());
  }
}
