package io.logsink.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigResolveOptions;
import com.typesafe.config.ConfigResolver;
import com.typesafe.config.ConfigSyntax;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads HOCON. */
final class ConfigFile {
  private ConfigFile() {}

  /** What {@code file} says, its substitutions not yet made. */
  static Config parse(Path file) {
    if (!Files.exists(file)) {
      throw wrong("there is no config file %s; make it, or name another".formatted(file));
    }
    try {
      return ConfigFactory.parseFile(
          file.toFile(),
          ConfigParseOptions.defaults().setAllowMissing(false).setSyntax(ConfigSyntax.CONF));
    } catch (com.typesafe.config.ConfigException.IO e) {
      throw wrong("the config file %s cannot be read: %s".formatted(file, reason(e)));
    } catch (com.typesafe.config.ConfigException e) {
      throw wrong(e, "not HOCON");
    }
  }

  private static String reason(com.typesafe.config.ConfigException e) {
    return String.valueOf(e.getCause() == null ? e.getMessage() : e.getCause().getMessage());
  }

  /** {@code config} with its substitutions made, from itself and then from {@code environment}. */
  static Config resolve(Config config, Map<String, String> environment) {
    try {
      return config.resolve(
          ConfigResolveOptions.defaults()
              .setUseSystemEnvironment(false)
              .appendResolver(new Variables(environment)));
    } catch (com.typesafe.config.ConfigException e) {
      throw wrong(e, "a substitution that cannot be made");
    }
  }

  private static ConfigException wrong(com.typesafe.config.ConfigException e, String what) {
    ConfigOrigin origin = e.origin();
    String message = String.valueOf(e.getMessage());
    if (origin == null) {
      return wrong(what + ": " + message);
    }
    String detail = message.replace(origin.description() + ": ", "");
    return wrong("%s: %s: %s".formatted(Origins.where(origin), what, detail));
  }

  private static ConfigException wrong(String problem) {
    Problems problems = new Problems();
    problems.add(problem);
    return problems.exception();
  }

  /** The environment as substitutions see it. */
  private record Variables(Map<String, String> environment) implements ConfigResolver {
    @Override
    public @Nullable ConfigValue lookup(String path) {
      String value = environment.get(path);
      return value == null ? null : ConfigValueFactory.fromAnyRef(value, Overrides.VARIABLE + path);
    }

    @Override
    public ConfigResolver withFallback(ConfigResolver fallback) {
      return this;
    }
  }
}
