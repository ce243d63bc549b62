package io.logsink.bench.report;

import io.logsink.bench.compare.ArmResult;
import io.logsink.bench.compare.Interval;
import io.logsink.bench.compare.NoiseFloor;
import io.logsink.bench.compare.PairResult;
import io.logsink.bench.compare.SelfTestResult.Counts;
import io.logsink.bench.host.HostLoad;
import io.logsink.bench.host.HostReport;

/**
 * The parts of a comparison as JSON objects; their fields are described in {@code docs/bench.md}.
 */
final class CompareJson {
  private CompareJson() {}

  static JsonObject arm(ArmResult member) {
    return new JsonObject()
        .put("label", member.label())
        .put("backend", member.arm().contender().backend().name())
        .put("floor", member.isFloor())
        .put("plantedSlowdown", member.arm().plantedSlowdown())
        .put("durability", JsonReport.durability(member.promise()))
        .put("settings", JsonReport.texts(member.settings()))
        .put("engine", JsonReport.texts(member.engine()))
        .put("nanosPerRecord", interval(member.nanosPerRecord()))
        .put("rounds", member.rounds());
  }

  static JsonObject noise(NoiseFloor noise) {
    return new JsonObject()
        .put("label", noise.label())
        .put("factor", noise.factor())
        .put("ratio", interval(noise.ratio()))
        .put("rounds", noise.rounds());
  }

  static JsonObject pair(PairResult pair) {
    JsonObject json =
        new JsonObject()
            .put("first", pair.first())
            .put("second", pair.second())
            .put("verdict", pair.verdict().name())
            .put("reason", pair.reason())
            .put("noiseFactor", pair.noiseFactor())
            .put("ratio", interval(pair.ratio()))
            .put("rounds", pair.rounds());
    pair.slower().ifPresent(label -> json.put("slower", label));
    return json;
  }

  private static JsonObject interval(Interval interval) {
    return new JsonObject()
        .put("low", interval.low())
        .put("middle", interval.middle())
        .put("high", interval.high());
  }

  static JsonObject host(HostReport host) {
    JsonObject json =
        new JsonObject()
            .put("busy", host.isBusy())
            .put("forced", host.forced())
            .put("complaints", host.complaints())
            .put("roundCount", host.roundCount())
            .put("disturbedCount", host.disturbedCount());
    host.before().ifPresent(load -> json.put("before", load(load)));
    host.during().ifPresent(load -> json.put("during", load(load)));
    return json;
  }

  private static JsonObject load(HostLoad load) {
    JsonObject json =
        new JsonObject()
            .put("foreignShare", load.foreignShare())
            .put("stealShare", load.stealShare());
    load.pressureShare().ifPresent(share -> json.put("pressureShare", share));
    load.loadAverage().ifPresent(average -> json.put("loadAverage", average));
    return json;
  }

  static JsonObject counts(Counts counts) {
    return new JsonObject()
        .put("rightCount", counts.rightCount())
        .put("wrongCount", counts.wrongCount())
        .put("missedCount", counts.missedCount())
        .put("cannotTellCount", counts.cannotTellCount());
  }
}
