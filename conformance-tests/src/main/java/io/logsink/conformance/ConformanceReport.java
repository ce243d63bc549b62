package io.logsink.conformance;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the clauses came to for one backend.
 *
 * @param backend the backend's name
 * @param kitVersion the version of the kit, or {@code development}
 * @param seed the seed of the run, for {@code -Dlogsink.seed}
 * @param results one for each test, in the contract's order
 */
public record ConformanceReport(
    String backend, String kitVersion, long seed, List<ClauseResult> results) {
  /** Copies the list. */
  public ConformanceReport {
    results = List.copyOf(results);
  }

  /** How many tests ended so. */
  public long count(Outcome outcome) {
    return results.stream().filter(result -> result.outcome() == outcome).count();
  }

  /** Whether every clause of the contract was looked at, and none failed. */
  public boolean isConformant() {
    return count(Outcome.FAILED) == 0 && missing().isEmpty();
  }

  /** The clauses that no test looked at. */
  public Set<String> missing() {
    Set<String> missing = new TreeSet<>(Contract.clauses().keySet());
    results.forEach(result -> missing.remove(result.clause()));
    return missing;
  }

  /** The counts in one line. */
  public String summary() {
    Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
    results.forEach(result -> counts.merge(result.outcome(), 1L, Long::sum));
    return "%s: %d clauses, %d tests: %s"
        .formatted(
            backend,
            Contract.clauses().size(),
            results.size(),
            counts.entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey().text())
                .collect(Collectors.joining(", ")));
  }

  /** The worst outcome of a clause's tests. */
  private Outcome outcome(String clause) {
    return results.stream()
        .filter(result -> result.clause().equals(clause))
        .map(ClauseResult::outcome)
        .max(Enum::compareTo)
        .orElse(Outcome.FAILED);
  }

  /** A table in Markdown: a line a clause, a column a backend. */
  public static String table(List<ConformanceReport> reports) {
    StringBuilder table = new StringBuilder("| clause | what it says |");
    reports.forEach(report -> table.append(' ').append(report.backend()).append(" |"));
    table.append("\n| --- | --- |").append(" --- |".repeat(reports.size())).append('\n');
    Contract.clauses()
        .forEach((id, text) -> {
          table.append("| %s | %s |".formatted(id, text.substring(0, text.indexOf('.'))));
          reports.forEach(
              report -> table.append(' ').append(report.outcome(id).text()).append(" |"));
          table.append('\n');
        });
    return table.toString();
  }

  /** The whole report in Markdown. */
  public String toMarkdown() {
    String failures =
        results.stream()
            .filter(result -> !result.detail().isEmpty())
            .map(result ->
                "## %s, %s\n\n```\n%s\n```\n"
                    .formatted(result.clause(), result.test(), result.detail()))
            .collect(Collectors.joining("\n"));
    return "# Conformance of %s\n\n%s. Kit %s, seed %d.\n\n%s\n%s"
        .formatted(backend, summary(), kitVersion, seed, table(List.of(this)), failures);
  }

  /** The whole report in JSON. */
  public String toJson() {
    return results.stream()
        .map(result ->
            "    {\"clause\": \"%s\", \"test\": \"%s\", \"outcome\": \"%s\", \"millis\": %d}"
                .formatted(result.clause(), result.test(), result.outcome(), result.millis()))
        .collect(
            Collectors.joining(
                ",\n",
                "{\n  \"schema\": 1,\n  \"backend\": \"%s\",\n  \"kit\": \"%s\",\n  \"seed\": %d,\n  \"results\": [\n"
                    .formatted(backend, kitVersion, seed),
                "\n  ]\n}\n"));
  }
}
