package io.logsink.server.rpc;

import io.logsink.api.record.LogRecord;
import io.logsink.api.record.Source;
import io.logsink.api.record.SourceGlob;
import io.logsink.pipeline.LogEmitter;
import io.logsink.pipeline.LogPipeline;
import io.logsink.server.wire.ErrorCode;
import io.logsink.server.wire.Field;
import io.logsink.server.wire.RecordForm;
import io.logsink.server.wire.RpcError;
import io.logsink.server.wire.RpcException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code logs.insert}: all records are looked at before the first is emitted. */
final class InsertMethod implements RpcMethod {
  private static final Source USUAL_SOURCE = Source.of("rpc");

  private final LogEmitter emitter;
  private final List<SourceGlob> allowed;
  private final InstantSource clock;

  InsertMethod(LogEmitter emitter, List<String> allowed, InstantSource clock) {
    this.emitter = emitter;
    this.allowed = allowed.stream().map(SourceGlob::of).toList();
    this.clock = clock;
  }

  @Override
  public Answer call(Call call) {
    List<LogRecord> records = records(call.params());
    emit(records);
    return out -> {
      out.writeStartObject();
      out.writeNumberField("accepted", records.size());
      out.writeEndObject();
    };
  }

  private List<LogRecord> records(Field params) {
    Field list = params.member("records");
    if (!list.isGiven()) {
      return List.of(record(params, clock.instant()));
    }
    params.requireMembers(List.of("records"));
    List<LogRecord> records = new ArrayList<>();
    Instant now = clock.instant();
    list.elements().forEach(field -> records.add(record(field, now)));
    if (records.isEmpty()) {
      throw list.mustBe("a list of one record or more");
    }
    return records;
  }

  private LogRecord record(Field field, Instant now) {
    LogRecord record = RecordForm.readNew(field, now, USUAL_SOURCE);
    requireAllowed(field.member("source"), record.source());
    return record;
  }

  private void requireAllowed(Field field, Source source) {
    if (source.equals(LogPipeline.OWN_SOURCE)
        || allowed.stream().noneMatch(glob -> glob.matches(source))) {
      throw field.mustBe(
          "a source that clients may insert records of, which are those like %s; %s is what there is without one"
              .formatted(allowed, USUAL_SOURCE));
    }
  }

  private void emit(List<LogRecord> records) {
    int count = 0;
    try {
      for (LogRecord record : records) {
        emitter.emit(record);
        count++;
      }
    } catch (IllegalStateException e) {
      throw new RpcException(
          RpcError.of(
              ErrorCode.CLOSING,
              "the pipeline is closed and took %d of %d records".formatted(count, records.size()),
              Map.of("accepted", count)));
    }
  }
}
