package io.logsink.app;

import io.logsink.bench.decide.rule.DecideSettings;
import io.logsink.config.LogSinkConfig;
import io.logsink.server.ServerSettings;
import io.logsink.supervisor.SupervisorSettings;
import io.logsink.supervisor.sysmon.SysmonSettings;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The sections of the config that the command has besides those of the stores. */
final class OwnSections {
  private static final String SUPERVISOR = "supervisor";
  private static final String SYSMON = "sysmon";
  private static final String SERVER = "server";
  private static final String STATS = "stats";

  /** By name, in the order of the manual. */
  static final Map<String, Record> DEFAULTS = defaults();

  private OwnSections() {}

  private static Map<String, Record> defaults() {
    Map<String, Record> sections = new LinkedHashMap<>();
    sections.put(SUPERVISOR, SupervisorSettings.DEFAULT);
    sections.put(SYSMON, SysmonSettings.DEFAULT);
    sections.put(SERVER, ServerSettings.DEFAULT);
    sections.put(STATS, StatsSettings.DEFAULT);
    sections.put(DecideSettings.SECTION, DecideSettings.DEFAULT);
    return Collections.unmodifiableMap(sections);
  }

  static SupervisorSettings supervisor(LogSinkConfig config) {
    return config.section(SUPERVISOR, SupervisorSettings.class);
  }

  static SysmonSettings sysmon(LogSinkConfig config) {
    return config.section(SYSMON, SysmonSettings.class);
  }

  static ServerSettings server(LogSinkConfig config) {
    return config.section(SERVER, ServerSettings.class);
  }

  static DecideSettings decide(LogSinkConfig config) {
    return config.section(DecideSettings.SECTION, DecideSettings.class);
  }

  static StatsSettings stats(LogSinkConfig config) {
    return config.section(STATS, StatsSettings.class);
  }
}
