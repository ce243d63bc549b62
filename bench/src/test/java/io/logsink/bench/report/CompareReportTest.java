package io.logsink.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigSyntax;
import io.logsink.bench.compare.CompareResult;
import io.logsink.bench.compare.CompareResults;
import io.logsink.bench.compare.SelfTestResult;
import io.logsink.bench.compare.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CompareReportTest {
  private static final CompareResult PLANTED = CompareResults.of(Verdict.SECOND_SLOWER, 0.2);
  private static final CompareResult PLAIN = CompareResults.of(Verdict.WITHIN_NOISE, 0);

  @Test
  void hasItAll() {
    CompareReport report = new CompareReport(PLANTED, "./logsink bench compare");
    Config json = parsed(report.toString());

    assertThat(json.getInt("schema")).isEqualTo(1);
    assertThat(json.getString("kind")).isEqualTo("compare");
    assertThat(json.getString("id")).isEqualTo(report.id()).startsWith("compare-20260310T");
    assertThat(json.getLong("plan.seed")).isEqualTo(7);
    assertThat(json.getDouble("host.during.foreignShare")).isEqualTo(0.01);
    assertThat(json.getConfigList("noise").getFirst().getDouble("factor")).isEqualTo(1.04);
    assertThat(json.getString("failures.d")).isEqualTo("the disk is on fire");
    Config arm = json.getConfigList("arms").get(2);
    assertThat(arm.getString("label")).isEqualTo("b");
    assertThat(arm.getDouble("plantedSlowdown")).isEqualTo(0.2);
    assertThat(arm.getString("settings.mode")).isEqualTo("asked for");
    assertThat(arm.getString("engine.mode")).isEqualTo("in force");
    assertThat(arm.getString("durability.sync")).isEqualTo("POWER_LOSS");
    assertThat(arm.getDouble("nanosPerRecord.high")).isEqualTo(1_250);
    Config pair = json.getConfigList("pairs").getFirst();
    assertThat(pair.getString("verdict")).isEqualTo("SECOND_SLOWER");
    assertThat(pair.getString("slower")).isEqualTo("b");
    assertThat(pair.getDoubleList("rounds")).containsExactly(1.2, 1.25);
  }

  @Test
  void namesNobodyWhereNobodyIsSlower() {
    Config json = parsed(new CompareReport(PLAIN, "").toString());

    assertThat(json.getConfigList("pairs").getFirst().hasPath("slower")).isFalse();
  }

  @Test
  void hasTheCountsOfASelfTest() {
    SelfTestResult result = new SelfTestResult(0.2, List.of(PLAIN, PLAIN), List.of(PLANTED, PLAIN));
    Config json = parsed(new SelfTestReport(result, "./logsink bench compare").toString());

    assertThat(json.getString("kind")).isEqualTo("compare-self-test");
    assertThat(json.getInt("plain.rightCount")).isEqualTo(2);
    assertThat(json.getInt("planted.rightCount")).isEqualTo(2);
    assertThat(json.getConfigList("plantedRuns")).hasSize(2);
  }

  private static Config parsed(String json) {
    ConfigParseOptions options = ConfigParseOptions.defaults().setSyntax(ConfigSyntax.JSON);
    return ConfigFactory.parseString(json, options);
  }
}
