package io.logsink.server;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Response;

/** An answer on its way to a client, who has so long for taking all of it. */
final class Outbox extends OutputStream {
  private final OutputStream out;
  private final EndPoint client;
  private final Patience patience;
  private long leftNanos;

  Outbox(Response response, EndPoint client, Patience patience, Duration time) {
    this.out = Content.Sink.asOutputStream(response);
    this.client = client;
    this.patience = patience;
    this.leftNanos = time.toNanos();
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    timed(() -> out.write(bytes, offset, length));
  }

  @Override
  public void flush() {}

  @Override
  public void close() throws IOException {
    timed(out::close);
  }

  private interface Step {
    void run() throws IOException;
  }

  private void timed(Step step) throws IOException {
    long start = System.nanoTime();
    patience.await(client, Duration.ofNanos(leftNanos));
    step.run();
    patience.rest(client);
    leftNanos -= System.nanoTime() - start;
  }
}
