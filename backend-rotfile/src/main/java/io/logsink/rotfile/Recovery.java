package io.logsink.rotfile;

import io.logsink.api.record.Source;
import io.logsink.storage.block.DamagedBlockException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Opens the files of a window to append: reads the ledger, and cuts off what an append that did not
 * come to its end has left in it and in the text files. What was appended after the last mark is
 * read through, because a power loss may have kept the ledger and lost the text.
 *
 * <p>Where the ledger has lost a block, nobody knows where the lines of that block ended. The text
 * files are left as they are then, and appended to behind everything that is in them.
 */
final class Recovery {
  private final WindowFiles files;
  private final OpenFiles open;
  private final Texts texts;

  private Recovery(WindowFiles files, OpenFiles open) {
    this.files = files;
    this.open = open;
    this.texts = new PlainTexts(files, open);
  }

  /** Returns what the window has after it. */
  static LedgerState run(WindowFiles files, OpenFiles open) throws IOException {
    return new Recovery(files, open).run();
  }

  private LedgerState run() throws IOException {
    LedgerFile ledger = new LedgerFile(open, files.ledger());
    LedgerState state =
        LedgerLoad.ofGrowing(ledger, block -> ledger.isWhole(block) && areWhole(block.head()));
    if (ledger.size() > state.end()) {
      open.truncate(files.ledger(), state.end());
    }
    if (state.spans().hasLost()) {
      return state.withTextEnds(behindEverything(state.textEnds()));
    }
    cutTexts(state.textEnds());
    return state;
  }

  private boolean areWhole(BlockHead head) throws IOException {
    try {
      for (TextRun run : head.texts()) {
        new TextRange(texts, run).require(run);
      }
      return true;
    } catch (DamagedBlockException e) {
      return false;
    }
  }

  private Map<Source, Long> behindEverything(Map<Source, Long> textEnds) {
    Map<Source, Long> ends = new HashMap<>();
    textEnds.forEach(
        (source, end) -> ends.put(source, Math.max(end, files.text(source).toFile().length())));
    return ends;
  }

  private void cutTexts(Map<Source, Long> textEnds) throws IOException {
    Map<Path, Long> ends = new HashMap<>();
    textEnds.forEach((source, end) -> ends.put(files.text(source), end));
    for (Path text : files.texts()) {
      Long end = ends.get(text);
      if (end == null) {
        Files.delete(text);
      } else if (Files.size(text) > end) {
        open.truncate(text, end);
      }
    }
  }
}
