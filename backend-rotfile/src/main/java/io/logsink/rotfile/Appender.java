package io.logsink.rotfile;

import io.logsink.api.record.LogBatch;
import io.logsink.api.record.Source;
import io.logsink.storage.Folders;
import io.logsink.storage.block.ByteWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Appends to the files of a window that is not sealed, and knows where each of them ends. An append
 * that fails is cut off again; what cannot be cut off at once is cut off before anything else is
 * written. Until then it does no harm: no block refers to it. For one thread, except {@link
 * #storedBytes}.
 */
final class Appender {
  private final WindowFiles files;
  private final OpenFiles open;
  private final LinePrefix prefix = new LinePrefix();
  private final Map<Source, Long> textEnds;
  private final Set<Source> unsynced = new HashSet<>();
  private final Set<Source> uncut = new HashSet<>();
  private boolean hasNewNames = true;
  private boolean isLedgerUncut;
  private boolean isMarkDue;
  private long ledgerEnd;
  private long textBytes;
  private volatile long storedBytes;

  /** Appends behind what is there. */
  Appender(WindowFiles files, OpenFiles open, LedgerState state) {
    this.files = files;
    this.open = open;
    this.textEnds = new HashMap<>(state.textEnds());
    this.unsynced.addAll(textEnds.keySet());
    this.ledgerEnd = state.end();
    this.isMarkDue = state.hasUnmarked();
    this.textBytes = textEnds.values().stream().mapToLong(Long::longValue).sum();
    this.storedBytes = ledgerEnd + textBytes;
  }

  long storedBytes() {
    return storedBytes;
  }

  /** Stores the batch behind {@code before}; returns its blocks. */
  List<LedgerBlock> append(Spans before, long firstSequence, LogBatch batch) throws IOException {
    cutOff();
    BatchWriter writer =
        new BatchWriter(
            files,
            open,
            prefix,
            source -> textEnds.getOrDefault(source, 0L),
            ledgerEnd,
            before.summary().firstSequence(),
            before.summary().lastSequence());
    try {
      List<LedgerBlock> blocks = writer.write(firstSequence, batch);
      stored(writer, blocks.getLast().end());
      return blocks;
    } catch (IOException | RuntimeException | Error e) {
      uncut.addAll(writer.texts().keySet());
      isLedgerUncut = true;
      cutOffAfter(e);
      throw e;
    }
  }

  private void stored(BatchWriter writer, long newLedgerEnd) {
    for (Map.Entry<Source, NewText> text : writer.texts().entrySet()) {
      long end = text.getValue().end();
      Long before = textEnds.put(text.getKey(), end);
      hasNewNames |= before == null;
      textBytes += end - (before == null ? 0 : before);
      unsynced.add(text.getKey());
    }
    ledgerEnd = newLedgerEnd;
    storedBytes = ledgerEnd + textBytes;
    isMarkDue = true;
  }

  /** An interrupt that ended the append must not keep it from being cut off. */
  private void cutOffAfter(Throwable because) {
    boolean interrupted = Thread.interrupted();
    try {
      cutOff();
    } catch (IOException e) {
      because.addSuppressed(e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Removes what a failed append has left. */
  private void cutOff() throws IOException {
    for (Source source : List.copyOf(uncut)) {
      Long end = textEnds.get(source);
      if (end != null) {
        open.truncate(files.text(source), end);
      } else {
        open.close(files.text(source));
        Files.deleteIfExists(files.text(source));
      }
      uncut.remove(source);
    }
    if (isLedgerUncut) {
      open.truncate(files.ledger(), ledgerEnd);
      isLedgerUncut = false;
    }
  }

  /**
   * Flushes the text files, then the ledger, then the names, and writes a mark that says so: the
   * next opening need not look whether a power loss has torn what stands before it. Returns the
   * mark, if one was due.
   */
  @Nullable LedgerBlock sync(Spans spans) throws IOException {
    for (Source source : List.copyOf(unsynced)) {
      open.force(files.text(source));
      unsynced.remove(source);
    }
    open.force(files.ledger());
    if (hasNewNames) {
      Folders.sync(files.folder());
      hasNewNames = false;
    }
    return isMarkDue ? mark(spans) : null;
  }

  /** A mark only saves work and damage later, so that one that finds no room is left out. */
  private @Nullable LedgerBlock mark(Spans spans) {
    ByteWriter out = new ByteWriter();
    BlockHead head =
        BlockHead.mark(spans.summary().lastSequence() + 1, spans.summary().firstSequence());
    LedgerBlock mark = LedgerBlock.write(out, ledgerEnd, head, new byte[0], 0);
    try {
      cutOff();
      isLedgerUncut = true;
      open.write(files.ledger(), out.array(), out.length(), ledgerEnd);
      isLedgerUncut = false;
      ledgerEnd = mark.end();
      storedBytes = ledgerEnd + textBytes;
      isMarkDue = false;
      return mark;
    } catch (IOException e) {
      return null;
    }
  }
}
