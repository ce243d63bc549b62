package io.logsink.bench.decide;

import io.logsink.bench.decide.Decider.Verdict;
import io.logsink.bench.decide.evidence.Producer;
import io.logsink.bench.decide.layout.Evidence;
import io.logsink.bench.decide.layout.Finding.Unknown;
import io.logsink.bench.decide.layout.Layout;
import io.logsink.bench.decide.layout.Placement;
import io.logsink.bench.decide.layout.Question;
import io.logsink.bench.decide.layout.Requirements;
import io.logsink.bench.decide.layout.Survey;
import io.logsink.bench.decide.rule.Answer;
import io.logsink.bench.decide.rule.Rule;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Makes a decision of a verdict: the answer for each source, and the whole in words. */
final class Explanation {
  private final Question question;
  private final Survey survey;
  private final Requirements requirements;
  private final Verdict verdict;
  private final Layout now;
  private final Layout then;

  Explanation(Question question, Survey survey, Requirements requirements, Verdict verdict) {
    this.question = question;
    this.survey = survey;
    this.requirements = requirements;
    this.verdict = verdict;
    this.now = survey.layout();
    this.then = verdict.plan().layout();
  }

  Decision decision() {
    List<SourceDecision> sources = sources();
    Rule rule = isPartly() ? survey.firstUnknown() : verdict.rule();
    Answer answer = answer(rule, sources);
    Sentences sentences = new Sentences(question, survey, requirements, verdict);
    Outlook outlook = new Outlook(requirements, verdict, now, then);
    return new Decision(
        answer,
        rule,
        sentences.total(isPartly()),
        question.limits().headroom(),
        sources.stream().mapToDouble(SourceDecision::peakRate).sum(),
        headroom(now),
        headroom(then),
        sources,
        outlook.flips(),
        isAdvised() ? new Price(survey.owner(), now, then).costs() : List.of(),
        outlook.alternatives(),
        evidence(),
        new Notes(question, survey, verdict, now, then).all(),
        isAdvice() ? Advice.of(verdict.plan(), survey.owner()) : Advice.NONE,
        question.machine(),
        question.producers().origin());
  }

  /** Some sources are decided, and nothing is known about the stores of others. */
  private boolean isPartly() {
    return !survey.unknown().isEmpty() && verdict.rule() != Rule.E2;
  }

  private boolean isAdvice() {
    return verdict.rule().answer().isAdvice();
  }

  private boolean isAdvised() {
    return isAdvice() && !verdict.plan().steps().isEmpty();
  }

  private Answer answer(Rule rule, List<SourceDecision> sources) {
    return rule.answer().isAdvice()
        ? sources.stream()
            .map(SourceDecision::answer)
            .max(Comparator.naturalOrder())
            .orElse(Answer.KEEP)
        : rule.answer();
  }

  private OptionalDouble headroom(Layout layout) {
    return isPartly() || layout.placements().isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(layout.headroom());
  }

  private List<SourceDecision> sources() {
    Stream<SourceDecision> known =
        now.greatestFirst().stream().map(before -> source(before, then.of(before.source())));
    Stream<SourceDecision> others =
        question.producers().all().stream()
            .filter(producer -> survey.unknown().containsKey(producer.source()))
            .map(this::unknown);
    return Stream.concat(known, others).toList();
  }

  private SourceDecision unknown(Producer producer) {
    Unknown why = Objects.requireNonNull(survey.unknown().get(producer.source()));
    boolean none = verdict.rule() == Rule.E2;
    String backend = survey.owner().backendOf(producer.source());
    return new SourceDecision(
        producer.source(),
        none ? Rule.E2.answer() : why.rule().answer(),
        none ? Rule.E2 : why.rule(),
        producer.meanRate(),
        producer.peakRate(),
        backend,
        backend,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        none ? "no capacity was given" : why.reason(),
        "a capacity of %s, measured on this machine".formatted(backend),
        "",
        List.of());
  }

  private SourceDecision source(Placement before, Placement after) {
    Placement next = isAdvice() ? after : before;
    Change change = new Change(before, next, requirements, now, then);
    Rule rule = isAdvice() ? change.rule() : verdict.rule();
    return new SourceDecision(
        before.source(),
        rule.answer(),
        rule,
        before.producer().meanRate(),
        before.producer().peakRate(),
        before.store().label(),
        next.store().label(),
        OptionalDouble.of(1 / before.share()),
        OptionalDouble.of(1 / next.share()),
        change.because(),
        isAdvice() ? change.flips() : "",
        isAdvice() ? change.costs() : "",
        change.runIds());
  }

  private List<Evidence> evidence() {
    return Stream.concat(now.placements().stream(), then.placements().stream())
        .flatMap(placement -> placement.store().evidence().stream())
        .distinct()
        .toList();
  }
}
