package io.logsink.rotfile;

import static io.logsink.rotfile.WindowFixture.all;
import static io.logsink.rotfile.WindowFixture.append;
import static io.logsink.rotfile.WindowFixture.lines;
import static io.logsink.rotfile.WindowFixture.range;
import static io.logsink.rotfile.WindowFixture.seal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.logsink.api.LogSinkException;
import io.logsink.api.SinkUnavailableException;
import io.logsink.api.query.Direction;
import io.logsink.api.query.LogEntry;
import io.logsink.api.query.LogFilter;
import io.logsink.storage.Folders;
import io.logsink.storage.Window;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ReadOnlyWindowTest extends WindowTestCase {
  @Test
  void aReaderBesideTheOwnerSeesWhatWasThere() throws Exception {
    Window owner = create();
    append(owner, 2, 10);
    Window reader = openForRead(folder);
    owner.append(21, lines(21, 10));
    owner.sync();
    owner.append(31, lines(31, 10));

    assertThat(all(reader).sequences()).isEqualTo(range(1, 20));
    assertThat(all(openForRead(folder)).sequences()).isEqualTo(range(1, 40));
  }

  @Test
  void aReaderGoesOnWhenTheOwnerSeals() throws Exception {
    Window owner = create();
    append(owner, 3, 1_000);
    Window before = openForRead(folder);
    Window during = openForRead(folder);
    List<Long> seen = new ArrayList<>();

    during.scan(
        new Window.Scan(1, 3_000, Direction.BACKWARD, LogFilter.all().bounds()),
        new Window.Visitor() {
          @Override
          public boolean visit(LogEntry entry) {
            seen.add(entry.sequence());
            if (seen.size() == 1) {
              sealNow(owner, during);
            }
            return true;
          }

          @Override
          public void damaged(long first, long last, String detail) {
            throw new AssertionError(detail);
          }
        });

    assertThat(seen).isEqualTo(range(1, 3_000).reversed());
    assertThat(all(before).sequences()).isEqualTo(range(1, 3_000));
  }

  /** Also closes what the reader has open, so that it has to open it again. */
  private static void sealNow(Window owner, Window reader) {
    try {
      seal(owner);
      reader.close();
    } catch (LogSinkException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aReaderIsToldWhenTheOwnerRemovesTheWindow() throws Exception {
    Window owner = create();
    append(owner, 3, 10);
    Window reader = openForRead(folder);
    owner.close();
    Folders.delete(folder);
    reader.close();

    assertThatExceptionOfType(SinkUnavailableException.class)
        .isThrownBy(() -> all(reader))
        .withMessageContaining("open the store again");
  }
}
