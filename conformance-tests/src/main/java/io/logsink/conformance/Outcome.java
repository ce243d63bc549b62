package io.logsink.conformance;

/** How a test of a clause ended. */
public enum Outcome {
  /** The sink does what the clause says. */
  PASSED("passed"),
  /** The sink does not declare what the clause needs, and refused its use. */
  REFUSED("refused as declared"),
  /** The sink does not declare what the clause needs; there is no call that it could refuse. */
  NOT_DECLARED("not declared"),
  /** This machine does not let the test set up what it needs; the result says what. */
  NOT_RUN("not run"),
  /** The sink does something else. */
  FAILED("failed");

  private final String text;

  Outcome(String text) {
    this.text = text;
  }

  /** For people. */
  public String text() {
    return text;
  }
}
