package com.example.journal;

import io.logsink.api.LogSinkException;
import io.logsink.api.LogSinkException.Fault;
import io.logsink.api.RecordRejectedException;
import io.logsink.api.SinkCorruptException;
import io.logsink.api.SinkFullException;
import io.logsink.api.SinkUnavailableException;
import java.io.IOException;
import java.nio.file.Path;

/** Makes the errors of one store: the caller's reaction chooses the type, the message names all. */
record JournalErrors(Path directory) {
  LogSinkException of(String operation, IOException e) {
    String reason = String.valueOf(e.getMessage());
    return reason.contains("No space left") || reason.contains("quota exceeded")
        ? new SinkFullException(fault(operation, "no room on the disk; free some"), e)
        : new SinkUnavailableException(fault(operation, reason), e);
  }

  SinkFullException full(String operation, String detail) {
    return new SinkFullException(fault(operation, detail), null);
  }

  SinkUnavailableException unavailable(String operation, String detail) {
    return new SinkUnavailableException(fault(operation, detail), null);
  }

  SinkCorruptException corrupt(String operation, String detail) {
    return new SinkCorruptException(fault(operation, detail), null);
  }

  RecordRejectedException rejected(String operation, String detail, int recordIndex) {
    return new RecordRejectedException(fault(operation, detail), recordIndex, null);
  }

  private Fault fault(String operation, String detail) {
    return new Fault(JournalBackend.NAME, directory.toString(), operation, detail, "-");
  }
}
