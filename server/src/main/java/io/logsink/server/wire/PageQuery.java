package io.logsink.server.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import io.logsink.api.LogSinkException;
import io.logsink.api.query.Direction;
import io.logsink.api.query.LogFilter;
import io.logsink.api.query.LogQuery;
import io.logsink.api.query.Position;
import io.logsink.api.record.EpochNanos;
import io.logsink.pipeline.route.MergedCursor;
import io.logsink.pipeline.route.MergedPage;
import io.logsink.pipeline.route.MergedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code logs.query} asks for.
 *
 * @param query what, which way, how much, and where to start unless there is a cursor
 * @param cursor where to go on
 */
public record PageQuery(LogQuery query, @Nullable MergedCursor cursor) {
  private static final int USUAL_LIMIT = 100;
  private static final List<String> MEMBERS = List.of("sink", "filter", "order", "limit", "cursor", "at");

  /** From {@code params}. */
  public static PageQuery read(Field params) {
    params.requireMembers(MEMBERS);
    Direction direction = direction(params.member("order"));
    MergedCursor cursor = cursor(params.member("cursor"));
    Field at = params.member("at");
    if (cursor != null && at.isGiven()) {
      throw at.mustBe("left out where there is a cursor");
    }
    return new PageQuery(
        new LogQuery(
            filter(params),
            position(at, direction),
            direction,
            limit(params.member("limit"), USUAL_LIMIT)),
        cursor);
  }

  /** The filter among {@code params}; every record when there is none. */
  public static LogFilter filter(Field params) {
    return FilterReader.read(params.member("filter"));
  }

  /** A limit, or {@code otherwise}. */
  public static int limit(Field field, int otherwise) {
    return field.isGiven() ? (int) field.wholeNumber(1, LogQuery.MAX_LIMIT) : otherwise;
  }

  /** A cursor, or null. */
  public static @Nullable MergedCursor cursor(Field field) {
    return field.isGiven()
        ? field.made(MergedCursor::parse, "a cursor that an earlier answer gave")
        : null;
  }

  private static Direction direction(Field order) {
    if (!order.isGiven() || order.text().equals("newest")) {
      return Direction.BACKWARD;
    }
    if (order.text().equals("oldest")) {
      return Direction.FORWARD;
    }
    throw order.mustBe("newest or oldest, which comes first");
  }

  private static Position position(Field at, Direction direction) {
    if (!at.isGiven()) {
      return direction == Direction.FORWARD ? Position.oldest() : Position.newest();
    }
    if (at.node().isTextual()) {
      switch (at.text()) {
        case "oldest" -> {
          return Position.oldest();
        }
        case "newest" -> {
          return Position.newest();
        }
        default -> {}
      }
    }
    return new Position.At(TimeForm.nanos(at));
  }

  /**
   * Writes the parameters that are read as this.
   *
   * @param sink the only sink to read, or null for all
   * @throws IllegalArgumentException when the position is the cursor of one sink
   */
  public void write(JsonGenerator out, @Nullable String sink) throws IOException {
    out.writeStartObject();
    SinkForm.write(out, sink);
    out.writeFieldName("filter");
    FilterWriter.write(out, query.filter());
    out.writeStringField("order", query.direction() == Direction.FORWARD ? "oldest" : "newest");
    out.writeNumberField("limit", query.limit());
    if (cursor == null) {
      out.writeStringField("at", at(query.position()));
    } else {
      out.writeStringField("cursor", cursor.toString());
    }
    out.writeEndObject();
  }

  /** Writes the parameters of a tail, which goes on from the cursor or from the newest record. */
  public void writeTail(JsonGenerator out, Duration wait) throws IOException {
    out.writeStartObject();
    out.writeFieldName("filter");
    FilterWriter.write(out, query.filter());
    out.writeNumberField("limit", query.limit());
    out.writeNumberField("wait_ms", wait.toMillis());
    if (cursor != null) {
      out.writeStringField("cursor", cursor.toString());
    }
    out.writeEndObject();
  }

  private static String at(Position position) {
    return switch (position) {
      case Position.Oldest() -> "oldest";
      case Position.Newest() -> "newest";
      case Position.At(long nanos) -> TimeForm.of(EpochNanos.toInstant(nanos));
      case Position.After(var cursor) ->
          throw new IllegalArgumentException(
              "%s is the cursor of one sink; go on with readAfter".formatted(cursor));
    };
  }

  /** The page that is asked for. */
  public MergedPage from(MergedReader reader) throws LogSinkException {
    return cursor == null ? reader.read(query) : reader.readAfter(cursor, query);
  }
}
