package io.logsink.pipeline;

import io.logsink.api.LogSinkException.Fault;
import io.logsink.api.SinkUnavailableException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Counters in a file, replaced as a whole. A file that was damaged is put aside: counters are no
 * reason not to log.
 */
final class CountersFile implements CountersStore {
  private static final Logger LOG = System.getLogger(LogPipeline.class.getName());

  private final Path file;

  CountersFile(Path file) {
    this.file = file;
  }

  @Override
  public @Nullable Counters load() throws SinkUnavailableException {
    try {
      return CountersCodec.decode(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      return null;
    } catch (CountersCodec.MalformedCountersException e) {
      putAside(e);
      return null;
    } catch (IOException e) {
      throw unavailable(e);
    }
  }

  private void putAside(CountersCodec.MalformedCountersException e)
      throws SinkUnavailableException {
    Path damaged = file.resolveSibling(file.getFileName() + ".damaged");
    try {
      Files.move(file, damaged, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e2) {
      throw unavailable(e2);
    }
    LOG.log(
        Level.WARNING,
        "{0} is damaged ({1}); it is kept as {2}, and the counters begin at zero",
        file,
        e.getMessage(),
        damaged);
  }

  private SinkUnavailableException unavailable(IOException e) {
    return new SinkUnavailableException(
        new Fault(
            "pipeline",
            file.toString(),
            "open",
            "the counters cannot be read (%s); give this user the right to the file, or name another"
                .formatted(e),
            "-"),
        e);
  }

  @Override
  public void save(Counters counters) throws IOException {
    Path folder =
        Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file is in a folder");
    Files.createDirectories(folder);
    Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
    write(temporary, ByteBuffer.wrap(CountersCodec.encode(counters)));
    Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  private static void write(Path path, ByteBuffer content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            path,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      while (content.hasRemaining()) {
        channel.write(content);
      }
      channel.force(true);
    }
  }
}
