package io.logsink.conformance;

/**
 * How one test of a clause ended.
 *
 * @param clause the clause's id
 * @param test what was tested, in words
 * @param outcome how it ended
 * @param detail the clause and the failure, or why it was not run; else empty
 * @param millis how long it took
 */
public record ClauseResult(
    String clause, String test, Outcome outcome, String detail, long millis) {}
