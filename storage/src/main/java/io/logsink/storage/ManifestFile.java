package io.logsink.storage;

import io.logsink.api.LogSinkException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The manifest on disk, twice: {@code MANIFEST}, and {@code MANIFEST.copy} written right after it.
 * The copy stands in when the first is damaged, unless a crash between the two left it behind the
 * windows; then nothing is touched.
 */
final class ManifestFile {
  private static final String FILE = "MANIFEST";
  private static final String COPY = "MANIFEST.copy";

  private final Path directory;
  private final Faults faults;

  ManifestFile(Path directory, Faults faults) {
    this.directory = directory;
    this.faults = faults;
  }

  /**
   * What the manifest says, or null when there is no store; refuses one of another backend or
   * version.
   */
  @Nullable Manifest load(String backend, int version) throws LogSinkException {
    Manifest manifest = Files.isDirectory(directory) ? load() : null;
    if (manifest != null && !manifest.backend().equals(backend)) {
      throw faults.corrupt(
          "open",
          "this is a store of the backend %s; open it with that one, or choose another folder"
              .formatted(manifest.backend()));
    }
    if (manifest != null && manifest.version() != version) {
      throw faults.corrupt(
          "open",
          "the store has format version %d and this program knows version %d; open it with the program that wrote it"
              .formatted(manifest.version(), version));
    }
    return manifest;
  }

  private @Nullable Manifest load() throws LogSinkException {
    List<String> problems = new ArrayList<>();
    try {
      for (String name : List.of(FILE, COPY)) {
        Manifest manifest = load(directory.resolve(name), problems);
        if (manifest != null) {
          requireComplete(manifest, problems);
          return manifest;
        }
      }
      if (isNew()) {
        return null;
      }
    } catch (IOException e) {
      throw faults.of("open", e);
    }
    throw faults.corrupt(
        "open",
        "a store is here but its manifest cannot be read (%s); restore %s from a backup"
            .formatted(String.join("; ", problems), FILE));
  }

  private boolean isNew() throws IOException {
    return Files.notExists(directory.resolve(FILE))
        && Files.notExists(directory.resolve(COPY))
        && windowFolders().isEmpty();
  }

  private static @Nullable Manifest load(Path file, List<String> problems) throws IOException {
    try {
      return Manifest.decode(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      problems.add(file.getFileName() + ": is missing");
      return null;
    } catch (Manifest.MalformedManifestException e) {
      problems.add("%s: %s".formatted(file.getFileName(), e.getMessage()));
      return null;
    }
  }

  /**
   * A manifest that stands in for a damaged or missing one must know every window, or its owner
   * would remove the others as left-overs.
   */
  private void requireComplete(Manifest manifest, List<String> problems)
      throws IOException, LogSinkException {
    Set<String> unknown = new TreeSet<>(windowFolders());
    manifest.windows().forEach(window -> unknown.remove(window.folder()));
    if (!problems.isEmpty() && !unknown.isEmpty()) {
      throw faults.corrupt(
          "open",
          "%s, and %s does not know the windows %s; restore %s from a backup"
              .formatted(String.join("; ", problems), COPY, unknown, FILE));
    }
  }

  /** Writes {@code manifest} durably. When it throws, the one before is in force. */
  void save(Manifest manifest) throws LogSinkException {
    byte[] content = manifest.encode();
    try {
      Folders.replace(directory.resolve(FILE), content);
    } catch (IOException e) {
      throw faults.of("write manifest", e);
    }
    saveCopy(content);
  }

  /** The manifest is in force already; a copy left behind is noticed when it is needed. */
  private void saveCopy(byte[] content) {
    try {
      Folders.replace(directory.resolve(COPY), content);
    } catch (IOException e) {
      // Nothing to do: most likely the disk is full, which the next write will say.
    }
  }

  /**
   * Removes the folders of windows that {@code manifest} does not have: made but never used, or
   * dropped but not yet gone.
   */
  void deleteLeftOvers(Manifest manifest) throws LogSinkException {
    Set<String> known =
        manifest.windows().stream().map(WindowEntry::folder).collect(Collectors.toSet());
    try {
      for (String name : windowFolders()) {
        if (!known.contains(name)) {
          Folders.delete(directory.resolve(name));
        }
      }
    } catch (IOException e) {
      throw faults.of("open", e);
    }
  }

  private Set<String> windowFolders() throws IOException {
    try (Stream<Path> paths = Files.list(directory)) {
      return paths
          .map(path -> path.getFileName().toString())
          .filter(WindowEntry::isFolder)
          .collect(Collectors.toSet());
    }
  }
}
