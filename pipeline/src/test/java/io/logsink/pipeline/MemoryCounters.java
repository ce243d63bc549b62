package io.logsink.pipeline;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Counters in memory, encoded. They can be cut off, as by the end of a process. */
final class MemoryCounters implements CountersStore {
  private final AtomicReference<byte @Nullable []> content;
  private boolean cutOff;

  MemoryCounters() {
    this(new AtomicReference<>());
  }

  private MemoryCounters(AtomicReference<byte @Nullable []> content) {
    this.content = content;
  }

  /** The same content for the next process. */
  synchronized MemoryCounters next() {
    cutOff = true;
    return new MemoryCounters(content);
  }

  @Override
  public @Nullable Counters load() {
    byte[] saved = content.get();
    try {
      return saved == null ? null : CountersCodec.decode(saved);
    } catch (CountersCodec.MalformedCountersException e) {
      throw new AssertionError("what was encoded can be decoded", e);
    }
  }

  @Override
  public synchronized void save(Counters counters) throws IOException {
    if (cutOff) {
      throw new IOException("cut off");
    }
    content.set(CountersCodec.encode(counters));
  }
}
