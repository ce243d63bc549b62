package io.logsink.app;

import io.logsink.api.LogSinkException;
import io.logsink.server.client.RpcClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code logsink call}: asks a running {@code logsink run} by its RPC. */
@Command(
    name = "call",
    description = "Calls a method of the RPC of a running 'logsink run' and prints its result.",
    footer = "Exit code: 0, or 2 when a call fails.")
final class CallCommand implements Callable<Integer> {
  private static final String FROM_INPUT = "-";

  private final Console console;

  @Mixin private ServerOptions server;

  @Parameters(index = "0", paramLabel = "METHOD", description = "Such as log_batcher.stats.")
  private String method = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "PARAMS",
      defaultValue = "{}",
      description = "Its parameters as JSON; - calls it for each line of standard input.")
  private String params = "{}";

  CallCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws LogSinkException, IOException {
    try (RpcClient client = server.client()) {
      if (params.equals(FROM_INPUT)) {
        callEach(client);
      } else {
        console.print(client.call(method, params));
      }
    }
    return 0;
  }

  private void callEach(RpcClient client) throws LogSinkException, IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(console.in(), StandardCharsets.UTF_8));
    String line;
    while ((line = lines.readLine()) != null) {
      console.print(client.call(method, line));
    }
  }
}
