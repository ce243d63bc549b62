package io.logsink.app;

import io.logsink.api.LogSinkBackend;
import io.logsink.config.BackendCatalogue;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code logsink backends}: what a config can name. */
@Command(name = "backends", description = "Lists the backends that a config can name.")
final class BackendsCommand implements Callable<Integer> {
  private final Console console;

  BackendsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    BackendCatalogue catalogue = BackendCatalogue.find();
    List<LogSinkBackend> backends = catalogue.backends();
    int width = backends.stream().mapToInt(backend -> backend.name().length()).max().orElse(1);
    for (LogSinkBackend backend : backends) {
      console.print(
          ("%-" + width + "s  %s").formatted(backend.name(), backend.getClass().getName()));
    }
    catalogue.unusable().forEach(reason -> console.say("not usable: " + reason));
    return 0;
  }
}
