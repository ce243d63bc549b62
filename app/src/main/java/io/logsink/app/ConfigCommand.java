package io.logsink.app;

import io.logsink.config.EffectiveSetting;
import io.logsink.config.LogSinkConfig;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code logsink config}: checks the config and says what it chooses, or all that is in force. */
@Command(
    name = "config",
    description = "Checks the config; prints the settings in force and where each came from.",
    footer = "Exit code: 0 when nothing is wrong, 2 when something is.")
final class ConfigCommand implements Callable<Integer> {
  private static final int WIDEST = 60;

  private final Console console;

  @Mixin private StoreOptions store;

  @Option(
      names = "--effective",
      description = "Print every setting, as a config file that says the same.")
  private boolean effective;

  ConfigCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    LogSinkConfig config = store.config();
    config.catalogue().unusable().forEach(reason -> console.say("not usable: " + reason));
    List<EffectiveSetting> settings = config.effective();
    if (effective) {
      print(settings);
    } else {
      console.print(
          store.sources().file().map(file -> file + " is right").orElse("no config file"));
      print(settings.stream().filter(setting -> isTold(config, setting)).toList());
    }
    return 0;
  }

  /** What people want to know first: the choice, where the stores are, and what somebody set. */
  private static boolean isTold(LogSinkConfig config, EffectiveSetting setting) {
    return setting.isGiven()
        || setting.key().equals("logsink.backend")
        || config.routedBackends().stream()
            .map("logsink.%s.directory"::formatted)
            .anyMatch(setting.key()::equals);
  }

  private void print(List<EffectiveSetting> settings) throws IOException {
    int width =
        settings.stream()
            .mapToInt(setting -> setting.assignment().length())
            .filter(length -> length <= WIDEST)
            .max()
            .orElse(WIDEST);
    for (EffectiveSetting setting : settings) {
      console.print(("%-" + width + "s  # %s").formatted(setting.assignment(), setting.origin()));
    }
  }
}
