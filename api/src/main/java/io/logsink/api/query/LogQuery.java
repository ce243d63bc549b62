package io.logsink.api.query;

/**
 * One page of what matches: where to start, which way, how many. An immutable value; {@link
 * #newest(int)} and {@link #oldest(int)} start one, the {@code with} methods refine it.
 *
 * @param filter what matches
 * @param position where to start
 * @param direction which way to go
 * @param limit the most entries of the page, 1 to {@value #MAX_LIMIT}
 */
public record LogQuery(LogFilter filter, Position position, Direction direction, int limit) {
  /** The largest limit. */
  public static final int MAX_LIMIT = 10_000;

  /** Checks the limit. */
  public LogQuery {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException(
          "limit must be 1 to %d, not %d; read further pages for more".formatted(MAX_LIMIT, limit));
    }
  }

  /** The newest {@code limit} records, newest first. */
  public static LogQuery newest(int limit) {
    return new LogQuery(LogFilter.all(), Position.newest(), Direction.BACKWARD, limit);
  }

  /** The oldest {@code limit} records, oldest first. */
  public static LogQuery oldest(int limit) {
    return new LogQuery(LogFilter.all(), Position.oldest(), Direction.FORWARD, limit);
  }

  /** This query for what {@code other} matches. */
  public LogQuery where(LogFilter other) {
    return new LogQuery(other, position, direction, limit);
  }

  /** This query from another place. */
  public LogQuery from(Position other) {
    return new LogQuery(filter, other, direction, limit);
  }

  /** This query in another direction, from the same place. */
  public LogQuery towards(Direction other) {
    return new LogQuery(filter, position, other, limit);
  }
}
