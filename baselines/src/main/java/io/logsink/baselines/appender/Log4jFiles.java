package io.logsink.baselines.appender;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.builder.api.AppenderComponentBuilder;
import org.apache.logging.log4j.core.config.builder.api.ConfigurationBuilder;
import org.apache.logging.log4j.core.config.builder.api.ConfigurationBuilderFactory;
import org.apache.logging.log4j.core.config.builder.impl.BuiltConfiguration;

/** The configuration of the rolling files, as XML would say it. */
final class Log4jFiles {
  static final String APPENDER = "files";

  private Log4jFiles() {}

  static Configuration configuration(Log4jSettings settings) {
    ConfigurationBuilder<BuiltConfiguration> builder =
        ConfigurationBuilderFactory.newConfigurationBuilder();
    return builder
        .setStatusLevel(Level.ERROR)
        .add(appender(builder, settings))
        .add(
            builder
                .newRootLogger(Level.ALL)
                .addAttribute("includeLocation", false)
                .add(builder.newAppenderRef(APPENDER)))
        .build();
  }

  private static AppenderComponentBuilder appender(
      ConfigurationBuilder<?> builder, Log4jSettings settings) {
    return builder
        .newAppender(APPENDER, "RollingRandomAccessFile")
        .addAttribute("fileName", settings.directory().resolve("lines.log").toString())
        .addAttribute("filePattern", settings.directory().resolve("lines-%i.log").toString())
        .addAttribute("immediateFlush", false)
        .add(
            builder
                .newLayout("PatternLayout")
                .addAttribute("pattern", settings.pattern())
                .addAttribute("charset", "UTF-8"))
        .addComponent(
            builder
                .newComponent("Policies")
                .addComponent(
                    builder
                        .newComponent("SizeBasedTriggeringPolicy")
                        .addAttribute("size", settings.fileBytes())))
        .addComponent(
            builder.newComponent("DefaultRolloverStrategy").addAttribute("fileIndex", "nomax"));
  }
}
