package io.logsink.api;

/**
 * A kind of storage. Found by {@link java.util.ServiceLoader}: a jar with a provider on the class
 * path is a first-class backend. Stateless; making one loads no native library, so that only the
 * chosen backend's is loaded.
 *
 * <p><b>Settings</b> are a record. Its components are the keys of the config file ({@code
 * windowMaxBytes} is written {@code window-max-bytes}); a component is a {@code String}, {@code
 * boolean}, {@code int}, {@code long}, {@code double}, {@link java.time.Duration}, {@link
 * java.nio.file.Path}, an enum, a {@code List<String>}, or a record of such. A {@code long} whose
 * name ends in {@code Bytes} may be written as a size, {@code 64MiB}. The compact constructor
 * checks every value and throws {@link InvalidSettingException}.
 *
 * <p>Some components mean the same for every backend; where a backend has nothing of the kind, its
 * record does not have the component:
 *
 * <ul>
 *   <li>{@code Path directory} is the store's folder: what {@code logsink --dir} replaces, and what
 *       the conformance kit gives each store of its own;
 *   <li>{@code window} and {@code retention}, records with {@code Duration maxAge} and {@code long
 *       maxBytes} or one of them, say when to roll and what to keep: the kit sets them to its
 *       {@code StoreLimits}.
 * </ul>
 *
 * Settings that are made from others are of the same class, with all other components as they were.
 */
public interface LogSinkBackend {
  /** The word for this backend in a config file: lower case, constant. */
  String name();

  /**
   * The settings with the default of each component. Its class is the class that {@link #open}
   * takes.
   */
  Record defaultSettings();

  /**
   * Opens the store that {@code config} names; as owner, makes it when it is not there.
   *
   * @return the open sink, which the caller closes
   * @throws SinkUnavailableException when another owner has it, it cannot be read or written, or it
   *     is to be read and is not there
   * @throws SinkFullException when there is no room to make it
   * @throws SinkCorruptException when what is stored cannot be understood at all; nothing was
   *     changed
   * @throws IllegalArgumentException when the settings are of another class
   */
  LogSink open(BackendConfig config) throws LogSinkException;
}
