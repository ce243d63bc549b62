package io.logsink.bench.lines;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Real logs that nobody here wrote, which are not part of this repository: who has them puts them
 * beside it. A test that asks for them is not run where they are not.
 */
public final class Corpora {
  private static final Path FILE =
      Path.of(System.getProperty("logsink.root"))
          .resolveSibling("shared")
          .resolve("corpora/corpora-dev.tar.zst");

  private Corpora() {}

  /** All of them in one tar, whose headers and paddings are odd lines too. */
  public static byte[] tar() throws IOException {
    if (!Files.exists(FILE)) {
      System.out.println("no " + FILE + ", so nothing is tested with real logs");
    }
    assumeTrue(Files.exists(FILE), "no " + FILE);
    try (InputStream in = new ZstdInputStream(Files.newInputStream(FILE))) {
      return in.readAllBytes();
    }
  }
}
