package io.logsink.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.logsink.server.wire.ErrorCode;
import io.logsink.server.wire.RpcException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

final class InboxTest {
  private final Inbox inbox = new Inbox(100, 150);

  private static InputStream of(int count) {
    return new ByteArrayInputStream(new byte[count]);
  }

  private static void assertError(ErrorCode code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(RpcException.class, e -> assertThat(e.error().is(code)).isTrue());
  }

  @Test
  void allThatComesInSharesOneRoomAndGivesItBack() throws Exception {
    for (int i = 0; i < 3; i++) {
      try (Inbox.Received first = inbox.receive(of(100), 100);
          Inbox.Received second = inbox.receive(of(50), -1)) {
        assertThat(first.bytes()).hasSize(100);
        assertThat(second.bytes()).hasSize(50);
        assertError(ErrorCode.BUSY, () -> inbox.receive(of(1), 1));
      }
    }
  }

  @Test
  void whatIsAnnouncedTakesNoRoom() throws Exception {
    try (Inbox.Received _ = inbox.receive(of(0), 100);
        Inbox.Received _ = inbox.receive(of(0), 100);
        Inbox.Received third = inbox.receive(of(100), 100)) {
      assertThat(third.bytes()).hasSize(100);
    }
  }

  @Test
  void whatIsTooLongIsReadToItsEndAndTakesNoRoom() throws Exception {
    for (int announced : new int[] {101, -1}) {
      InputStream in = of(101);
      assertError(ErrorCode.TOO_LARGE, () -> inbox.receive(in, announced));
      assertThat(in.read()).isNegative();
    }
    try (Inbox.Received all = inbox.receive(of(100), 100)) {
      assertThat(all.bytes()).hasSize(100);
    }
  }

  @Test
  void aRequestThatBreaksOffGivesItsRoomBack() throws Exception {
    InputStream broken =
        new InputStream() {
          private int left = 90;

          @Override
          public int read() throws IOException {
            if (left-- == 0) {
              throw new IOException("broken off");
            }
            return 0;
          }

          @Override
          public int read(byte[] buffer, int offset, int length) throws IOException {
            buffer[offset] = (byte) read();
            return 1;
          }
        };
    assertThatThrownBy(() -> inbox.receive(broken, 100)).isInstanceOf(IOException.class);
    try (Inbox.Received _ = inbox.receive(of(100), 100);
        Inbox.Received second = inbox.receive(of(50), 50)) {
      assertThat(second.bytes()).hasSize(50);
    }
  }
}
