package io.logsink.pipeline.report;

/**
 * Prometheus' text format 0.0.4 being written: a family of metrics is its {@code HELP} and {@code
 * TYPE} and then all its samples.
 */
final class MetricText {
  /** Above it a double has no place for the last digit of a whole number. */
  private static final double MOST_WHOLE = 1L << 53;

  private final StringBuilder text = new StringBuilder();

  /** Begins the family {@code name}. */
  void family(String name, String type, String help) {
    text.append("# HELP ").append(name).append(' ').append(escapeHelp(help)).append('\n');
    text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
  }

  private static String escapeHelp(String help) {
    return help.replace("\\", "\\\\").replace("\n", "\\n");
  }

  /** Adds a sample; {@code labels} are names and values in turn. */
  void sample(String name, double value, String... labels) {
    text.append(name);
    for (int i = 0; i < labels.length; i += 2) {
      text.append(i == 0 ? '{' : ',').append(labels[i]).append("=\"");
      text.append(escape(labels[i + 1])).append('"');
    }
    text.append(labels.length == 0 ? " " : "} ").append(number(value)).append('\n');
  }

  private static String escape(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) <= MOST_WHOLE
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
