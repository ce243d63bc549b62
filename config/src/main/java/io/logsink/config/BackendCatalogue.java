package io.logsink.config;

import io.logsink.api.LogSinkBackend;
import io.logsink.config.Sections.Part;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The backends that can be chosen. One that is broken hides none of the others; it is kept as a
 * sentence that says why it cannot be used.
 */
public final class BackendCatalogue {
  /** A loader that fails at every step would fail for ever. */
  private static final int MOST_FAILURES = 100;

  private final SortedMap<String, Entry> entries = new TreeMap<>();
  private final List<String> unusable = new ArrayList<>();

  /**
   * A backend that can be used.
   *
   * @param backend the backend
   * @param part its section
   */
  record Entry(LogSinkBackend backend, Part part) {}

  private BackendCatalogue() {}

  /**
   * The backends that {@link ServiceLoader} finds on the class path.
   *
   * @throws ConfigException when two have the same name
   */
  public static BackendCatalogue find() {
    BackendCatalogue catalogue = new BackendCatalogue();
    Iterator<LogSinkBackend> found = ServiceLoader.load(LogSinkBackend.class).iterator();
    boolean more = true;
    while (more && catalogue.unusable.size() < MOST_FAILURES) {
      more = catalogue.addNext(found);
    }
    return catalogue;
  }

  /**
   * These backends.
   *
   * @throws ConfigException when two have the same name
   */
  public static BackendCatalogue of(Collection<? extends LogSinkBackend> backends) {
    BackendCatalogue catalogue = new BackendCatalogue();
    backends.forEach(catalogue::add);
    return catalogue;
  }

  private boolean addNext(Iterator<LogSinkBackend> found) {
    try {
      if (!found.hasNext()) {
        return false;
      }
      add(found.next());
    } catch (ServiceConfigurationError | LinkageError e) {
      unusable.add(reason(e));
    }
    return true;
  }

  private void add(LogSinkBackend backend) {
    try {
      String name = backend.name();
      if (!Sections.isName(name)) {
        throw new IllegalArgumentException(
            "its name is \"%s\", where a word such as sqlite is needed".formatted(name));
      }
      add(name, new Entry(backend, Part.of(backend.defaultSettings())));
    } catch (ConfigException e) {
      throw e;
    } catch (RuntimeException | LinkageError e) {
      unusable.add(place(backend) + ": " + reason(e));
    }
  }

  private void add(String name, Entry entry) {
    Entry other = entries.putIfAbsent(name, entry);
    if (other != null) {
      throw new ConfigException(
          List.of(
              "two backends are named %s: %s and %s; take one of them off the class path"
                  .formatted(name, place(other.backend()), place(entry.backend()))));
    }
  }

  /** Its class, and the jar or folder that it is in. */
  private static String place(LogSinkBackend backend) {
    CodeSource source = backend.getClass().getProtectionDomain().getCodeSource();
    String name = backend.getClass().getName();
    return source == null ? name : "%s (%s)".formatted(name, source.getLocation().getPath());
  }

  private static String reason(Throwable e) {
    String own = e instanceof LinkageError ? e.toString() : String.valueOf(e.getMessage());
    return e.getCause() == null ? own : own + ": " + e.getCause();
  }

  /** Those that can be used, by name. */
  public List<LogSinkBackend> backends() {
    return entries.values().stream().map(Entry::backend).toList();
  }

  /** For each that was found but cannot be used, which it is and why, as one sentence. */
  public List<String> unusable() {
    return List.copyOf(unusable);
  }

  SortedMap<String, Entry> entries() {
    return entries;
  }
}
