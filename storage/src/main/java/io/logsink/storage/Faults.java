package io.logsink.storage;

import io.logsink.api.LogSinkException;
import io.logsink.api.LogSinkException.Fault;
import io.logsink.api.RecordRejectedException;
import io.logsink.api.SinkCorruptException;
import io.logsink.api.SinkFullException;
import io.logsink.api.SinkUnavailableException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Makes the errors of one store, so that each names backend, path, operation and native code in the
 * same way.
 *
 * @param backend the backend's name
 * @param path the store's folder, or the file inside it that is at fault
 */
public record Faults(String backend, Path path) {
  private static final String NO_CODE = "-";

  /** These for another file. */
  public Faults at(Path other) {
    return new Faults(backend, other);
  }

  /** The error for {@code e}: full when the disk or the quota is, else unavailable. */
  public LogSinkException of(String operation, IOException e) {
    String reason = reasonOf(e);
    if (isFull(reason)) {
      return full(
          operation, "no room on the disk; free some, or lower retention.max-bytes", "ENOSPC", e);
    }
    if (e instanceof AccessDeniedException || reason.contains("Read-only file system")) {
      return unavailable(
          operation,
          "not allowed (%s); give this user the right to it, or choose another folder"
              .formatted(reason),
          e);
    }
    if (e instanceof NoSuchFileException) {
      return unavailable(operation, "no such file: " + e.getMessage(), e);
    }
    return unavailable(operation, reason, e);
  }

  private static String reasonOf(IOException e) {
    String reason = e instanceof FileSystemException f ? f.getReason() : null;
    String message = reason != null ? reason : e.getMessage();
    return message != null ? message : e.getClass().getSimpleName();
  }

  private static boolean isFull(String reason) {
    String lower = reason.toLowerCase(Locale.ROOT);
    return lower.contains("no space left")
        || lower.contains("quota exceeded")
        || lower.contains("not enough space");
  }

  /** There is nothing to read. */
  public SinkUnavailableException noStore() {
    return unavailable(
        "open",
        "there is no store in this folder; name the folder of one, or open it as owner to make it",
        null);
  }

  /** Cannot be done now. */
  public SinkUnavailableException unavailable(
      String operation, String detail, @Nullable Throwable cause) {
    return new SinkUnavailableException(fault(operation, detail, NO_CODE), cause);
  }

  /** Cannot be done now, says the engine with a code of its own. */
  public SinkUnavailableException unavailable(
      String operation, String detail, String nativeCode, @Nullable Throwable cause) {
    return new SinkUnavailableException(fault(operation, detail, nativeCode), cause);
  }

  /** The record at {@code recordIndex} of the batch can never be stored. */
  public RecordRejectedException rejected(String operation, String detail, int recordIndex) {
    return new RecordRejectedException(fault(operation, detail, NO_CODE), recordIndex, null);
  }

  /** No room. */
  public SinkFullException full(
      String operation, String detail, String nativeCode, @Nullable Throwable cause) {
    return new SinkFullException(fault(operation, detail, nativeCode), cause);
  }

  /** Damaged. */
  public SinkCorruptException corrupt(
      String operation, String detail, String nativeCode, @Nullable Throwable cause) {
    return new SinkCorruptException(fault(operation, detail, nativeCode), cause);
  }

  /** Damaged, as found by a check of our own. */
  public SinkCorruptException corrupt(String operation, String detail) {
    return corrupt(operation, detail, NO_CODE, null);
  }

  private Fault fault(String operation, String detail, String nativeCode) {
    return new Fault(backend, path.toString(), operation, detail, nativeCode);
  }
}
