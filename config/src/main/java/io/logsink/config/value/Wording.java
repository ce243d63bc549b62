package io.logsink.config.value;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How names are written, joined and mistyped. */
public final class Wording {
  private static final Pattern HUMP = Pattern.compile("([a-z0-9])([A-Z])");

  private Wording() {}

  /** {@code windowMaxBytes} as a key: {@code window-max-bytes}. */
  public static String kebab(String name) {
    return HUMP.matcher(name).replaceAll("$1-$2").replace('_', '-').toLowerCase(Locale.ROOT);
  }

  /** {@code a, b or c}. */
  public static String or(List<String> words) {
    if (words.size() < 2) {
      return String.join("", words);
    }
    return String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.getLast();
  }

  /** A part of a message: {@code , did you mean x?} when a choice is near, else nothing. */
  public static String didYouMean(String text, Collection<String> choices) {
    return nearest(text, choices).map(choice -> didYouMean(List.of(choice))).orElse("");
  }

  /** A part of a message: {@code , did you mean x or y?}. */
  public static String didYouMean(List<String> choices) {
    return ", did you mean %s?".formatted(or(choices));
  }

  /** The choice that {@code text} was probably meant to be: up to a third of it is mistyped. */
  static Optional<String> nearest(String text, Collection<String> choices) {
    String typed = bare(text);
    int most = Math.max(1, typed.length() / 3);
    return choices.stream()
        .filter(choice -> distance(typed, bare(choice)) <= most)
        .min(Comparator.comparingInt(choice -> distance(typed, bare(choice))));
  }

  private static String bare(String text) {
    return text.replaceAll("[-_.\"\\s]", "").toLowerCase(Locale.ROOT);
  }

  /** How many letters to add, leave out, change or swap with their neighbour. */
  static int distance(String from, String to) {
    int[][] steps = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        steps[i][j] = i == 0 || j == 0 ? i + j : fewest(steps, from, to, i, j);
      }
    }
    return steps[from.length()][to.length()];
  }

  private static int fewest(int[][] steps, String from, String to, int i, int j) {
    boolean same = from.charAt(i - 1) == to.charAt(j - 1);
    int fewest = Math.min(steps[i - 1][j], steps[i][j - 1]) + 1;
    fewest = Math.min(fewest, steps[i - 1][j - 1] + (same ? 0 : 1));
    boolean swapped =
        i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1);
    return swapped ? Math.min(fewest, steps[i - 2][j - 2] + 1) : fewest;
  }
}
