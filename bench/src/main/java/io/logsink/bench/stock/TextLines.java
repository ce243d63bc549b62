package io.logsink.bench.stock;

import io.logsink.bench.workload.LengthPlan;
import java.util.ArrayList;
import java.util.List;

/**
 * Words of a small language of its own, up to the length that is drawn. Its commonest words are as
 * common as those of a text.
 */
final class TextLines implements LineMaker {
  private static final int WORD_COUNT = 3_000;
  private static final int LONGEST_WORD = 11;
  private static final String LETTERS = "eeeeeetttttaaaaoooiiinnnssshhrrddlluucmfwygpbvk";

  private final Dice dice;
  private final LengthPlan length;
  private final List<String> words = new ArrayList<>();

  TextLines(Dice dice, LengthPlan length) {
    this.dice = dice;
    this.length = length;
    for (int i = 0; i < WORD_COUNT; i++) {
      words.add(word());
    }
  }

  private String word() {
    StringBuilder word = new StringBuilder();
    int letters = dice.between(2, LONGEST_WORD);
    for (int i = 0; i < letters; i++) {
      word.append(LETTERS.charAt(dice.below(LETTERS.length())));
    }
    return word.toString();
  }

  @Override
  public StockLine next() {
    int bytes = drawLength();
    StringBuilder line = new StringBuilder(bytes + LONGEST_WORD + 1);
    while (line.length() < bytes) {
      line.append(dice.oneOf(8) ? Integer.toString(dice.below(100_000)) : dice.pickEarly(words));
      line.append(' ');
    }
    line.setLength(bytes);
    return StockLine.info(line.toString());
  }

  /** The mean of a log-normal lies above its median by half the square of the spread. */
  private int drawLength() {
    double median = length.meanBytes() * Math.exp(-length.spread() * length.spread() / 2);
    long drawn = Math.round(dice.skewed(median, length.spread()));
    return Math.clamp(drawn, 1, length.maxBytes());
  }
}
