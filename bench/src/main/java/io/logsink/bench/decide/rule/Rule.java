package io.logsink.bench.decide.rule;

/** The rules that give an answer; {@code docs/decide.md} has them in words. */
public enum Rule {
  /** Nobody produces. */
  E1(Answer.NOT_ENOUGH_EVIDENCE),
  /** No capacity was given. */
  E2(Answer.NOT_ENOUGH_EVIDENCE),
  /** The store was measured, but on another machine. */
  E3(Answer.OTHER_HOST),
  /** The store as it is configured was not measured, or not so that it could be told. */
  E4(Answer.NOT_ENOUGH_EVIDENCE),
  /** The store has headroom by the figures, and yet records overflowed. */
  E5(Answer.NOT_ENOUGH_EVIDENCE),
  /** It may be enough, but only a lower bound is known. */
  E6(Answer.NOT_ENOUGH_EVIDENCE),
  /** The disk is limited, and what the store takes of it is not known. */
  E7(Answer.NOT_ENOUGH_EVIDENCE),
  /** There is headroom, and no other limit is broken. */
  K1(Answer.KEEP),
  /** Other settings of the same backend are enough. */
  S1(Answer.SPEED_UP),
  /** Merging repeats is enough. */
  R1(Answer.REDUCE),
  /** Another backend for the greatest producers is enough. */
  M1(Answer.MOVE),
  /** Limiting the rates of the greatest producers is enough. */
  R2(Answer.REDUCE),
  /** Several of these together are enough. */
  X1(Answer.MOVE),
  /** Nothing is enough. */
  N1(Answer.NOTHING_HELPS);

  private final Answer answer;

  Rule(Answer answer) {
    this.answer = answer;
  }

  /** What it answers; of several together, the one that changes most. */
  public Answer answer() {
    return answer;
  }
}
