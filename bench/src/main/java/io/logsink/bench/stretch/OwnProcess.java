package io.logsink.bench.stretch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Linux says about this process in {@code /proc/self}; other systems say nothing. */
public final class OwnProcess {
  private static final Path FOLDER = Path.of("/proc/self");
  private static final String RESET_PEAK = "5";
  private static final int KILO_SHIFT = 10;

  private OwnProcess() {}

  /** A count of {@code /proc/self/io}. */
  static OptionalLong deviceBytes(String name) {
    return number(FOLDER.resolve("io"), name);
  }

  /**
   * Lets the peak of the resident memory begin anew.
   *
   * @return false where that cannot be done, and the peak is that of the whole life of the JVM
   */
  public static boolean resetPeak() {
    try {
      Files.writeString(FOLDER.resolve("clear_refs"), RESET_PEAK);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** The most bytes that were resident since then. */
  public static OptionalLong peakBytes() {
    OptionalLong kilo = number(FOLDER.resolve("status"), "VmHWM");
    return kilo.isPresent() ? OptionalLong.of(kilo.getAsLong() << KILO_SHIFT) : kilo;
  }

  private static OptionalLong number(Path file, String name) {
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      Matcher line = Pattern.compile("(?m)^" + name + ":\\s*([0-9]{1,18})").matcher(text);
      return line.find() ? OptionalLong.of(Long.parseLong(line.group(1))) : OptionalLong.empty();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }
}
