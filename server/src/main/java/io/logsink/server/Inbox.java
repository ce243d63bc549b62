package io.logsink.server;

import io.logsink.server.wire.ErrorCode;
import io.logsink.server.wire.RpcError;
import io.logsink.server.wire.RpcException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Takes requests in. What has come of those that are not complete is bounded for all together, by
 * bytes that came and not by those announced, so that clients who announce much and send little
 * take nothing from the others.
 */
final class Inbox {
  private static final int BUFFER_BYTES = 16 << 10;

  /** How much of a request that is too long is read and thrown away, so that its client listens. */
  private static final long MOST_SKIPPED_BYTES = 128L << 20;

  private final long maxRequestBytes;
  private final AtomicLong roomBytes;

  Inbox(long maxRequestBytes, long roomBytes) {
    this.maxRequestBytes = maxRequestBytes;
    this.roomBytes = new AtomicLong(roomBytes);
  }

  /** A request that has come, and its room until it is closed. */
  final class Received implements AutoCloseable {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long takenBytes;

    byte[] bytes() {
      return bytes.toByteArray();
    }

    private void take(byte[] buffer, int count) {
      takenBytes += count;
      if (roomBytes.addAndGet(-count) < 0) {
        throw new RpcException(
            RpcError.of(
                ErrorCode.BUSY, "too many requests are coming in at this moment; try again later"));
      }
      bytes.write(buffer, 0, count);
    }

    /** Gives the room back, once the bytes were understood. */
    void release() {
      roomBytes.addAndGet(takenBytes);
      takenBytes = 0;
    }

    @Override
    public void close() {
      release();
    }
  }

  /**
   * All that {@code in} has.
   *
   * @param announcedBytes how much that is said to be, or less than 0
   * @throws RpcException when it is too long, or there is no room
   */
  Received receive(InputStream in, long announcedBytes) throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    if (announcedBytes > maxRequestBytes) {
      throw tooLong(in, buffer);
    }
    Received received = new Received();
    try {
      fill(received, in, buffer);
      return received;
    } catch (IOException | RuntimeException e) {
      received.release();
      throw e;
    }
  }

  private void fill(Received received, InputStream in, byte[] buffer) throws IOException {
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      if (received.takenBytes + count > maxRequestBytes) {
        received.release();
        throw tooLong(in, buffer);
      }
      received.take(buffer, count);
    }
  }

  private RpcException tooLong(InputStream in, byte[] buffer) throws IOException {
    long skipped = 0;
    int count = 0;
    while (count >= 0 && skipped < MOST_SKIPPED_BYTES) {
      count = in.read(buffer);
      skipped += count;
    }
    return new RpcException(
        RpcError.of(
            ErrorCode.TOO_LARGE,
            "a request has at most %d bytes; send fewer records at a time"
                .formatted(maxRequestBytes),
            Map.of("max_request_bytes", maxRequestBytes)));
  }
}
