package org.mesagraph.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.mesagraph.base.KnowledgeBase;
import org.mesagraph.base.Place;
import org.mesagraph.base.Prefixes;
import org.mesagraph.base.Statement;
import org.mesagraph.reason.NearMiss;
import org.mesagraph.reason.Step;

/**
 * An explanation as indented trees of text. A filled mark stands before what a file states, an open
 * one before what follows; at the end of a leaf are the lines of the sources that say it, or after
 * "cf." those that its subject is taken from, then the place in the files of this project. In a
 * proof of more than {@value Repeats#MOST_STEPS} steps a part that is used again has a number, by
 * which it is told the next time.
 */
public final class ExplanationText {

  private static final String STATED = "● ";
  private static final String FOLLOWS = "◌ ";
  private static final String LACKING = "✗ ";
  private static final int MOST_MISSES = 6;
  private static final int MOST_BELOW = 3;

  private final KnowledgeBase base;
  private final Prefixes prefixes;
  private final Passages passages;

  public ExplanationText(KnowledgeBase base, Passages passages) {
    this.base = base;
    this.prefixes = base.prefixes();
    this.passages = passages;
  }

  /** The whole explanation; ends with a line break. */
  public String write(Explanation explanation) {
    List<String> lines = new ArrayList<>();
    if (explanation.holds()) {
      writeProofs(explanation, lines);
    } else {
      writeWhyNot(explanation, lines);
    }
    return String.join("\n", lines) + "\n";
  }

  private void writeProofs(Explanation explanation, List<String> lines) {
    ProofSet set = explanation.proofs();
    lines.add(prefixes.show(explanation.triple()));
    lines.add(count(set));
    for (int i = 0; i < set.proofs().size(); i++) {
      lines.add("");
      lines.add("proof " + (i + 1));
      writeProof(set.proofs().get(i), lines);
    }
    if (!explanation.steps().isEmpty()) {
      lines.add("");
      int count = explanation.steps().size();
      lines.add(count == 1 ? "the one step to it" : "all " + count + " steps to it");
      explanation.steps().forEach(step -> writeStep(step, lines));
    }
  }

  private void writeStep(Step step, List<String> lines) {
    if (!(step instanceof Step.Inferred inferred)) {
      lines.add(STATED + prefixes.show(step.conclusion()) + origin(step.conclusion()));
      return;
    }
    lines.add(FOLLOWS + "by " + rule(inferred));
    for (Triple premise : inferred.premises()) {
      boolean stated = !base.statementsOf(premise).isEmpty();
      lines.add("│  " + (stated ? STATED : FOLLOWS) + prefixes.show(premise));
    }
    inferred.absences().forEach(absence -> lines.add("│  " + absent(absence)));
  }

  private String absent(Triple absence) {
    return "∄ none in the graph: " + pattern(absence);
  }

  static String count(ProofSet set) {
    String shown = "first " + set.proofs().size();
    String proofs = set.found() == 1 ? " minimal proof" : " minimal proofs";
    return switch (set.extent()) {
      case ALL ->
          set.found() + proofs + (set.proofs().size() < set.found() ? ", " + shown + " shown" : "");
      case MORE -> shown + " of more than " + set.found() + proofs;
      case CUT -> shown + " of at least " + set.found() + proofs + "; the search was cut short";
    };
  }

  private void writeProof(Proof proof, List<String> lines) {
    writeProof(proof, Repeats.of(proof), "", "", lines);
  }

  private void writeProof(
      Proof proof, Repeats repeats, String first, String rest, List<String> lines) {
    if (!(proof.step() instanceof Step.Inferred inferred)) {
      lines.add(first + STATED + prefixes.show(proof.conclusion()) + origin(proof.conclusion()));
      return;
    }
    Optional<Repeats.Mention> mention = repeats.mention(proof);
    boolean again = mention.filter(Repeats.Mention::again).isPresent();
    String number =
        mention.map(m -> again ? "  as above, #" + m.number() : "  #" + m.number()).orElse("");
    lines.add(first + FOLLOWS + prefixes.show(proof.conclusion()) + number);
    if (again) {
      return;
    }
    lines.add(rest + "│ by " + rule(inferred));
    int children = proof.premises().size() + inferred.absences().size();
    int written = 0;
    for (Proof premise : proof.premises()) {
      written++;
      boolean last = written == children;
      writeProof(
          premise, repeats, rest + (last ? "└─ " : "├─ "), rest + (last ? "   " : "│  "), lines);
    }
    for (Triple absence : inferred.absences()) {
      written++;
      lines.add(rest + (written == children ? "└─ " : "├─ ") + absent(absence));
    }
  }

  private static String rule(Step.Inferred inferred) {
    return inferred.rule().name()
        + ": "
        + inferred.rule().description()
        + "  "
        + inferred.rule().place();
  }

  private String origin(Triple triple) {
    Set<String> marks = new LinkedHashSet<>();
    passages.of(triple).forEach(passage -> marks.add(passage.toString()));
    String about = passages.areExact(triple) ? "" : "cf. ";
    String lines = marks.isEmpty() ? "" : "  [" + about + String.join(", ", marks) + "]";
    return lines
        + base.statementsOf(triple).stream()
            .map(Statement::place)
            .map(Place::toString)
            .collect(Collectors.joining(", ", "  ", ""));
  }

  private void writeWhyNot(Explanation explanation, List<String> lines) {
    lines.add(prefixes.show(explanation.triple()));
    lines.add("does not follow");
    if (!explanation.related().isEmpty()) {
      lines.add("");
      lines.add("what does hold between the two");
      for (Proof proof : explanation.related()) {
        writeProof(proof, lines);
      }
    }
    if (explanation.nearMisses().isEmpty()) {
      lines.add("");
      lines.add("no rule comes within two premises of concluding it");
      return;
    }
    lines.add("");
    Map<String, List<NearMiss>> byRule = new LinkedHashMap<>();
    for (NearMiss miss : explanation.nearMisses()) {
      byRule
          .computeIfAbsent(
              miss.rule().name() + "  " + miss.rule().place(), rule -> new ArrayList<>())
          .add(miss);
    }
    byRule.forEach((rule, misses) -> writeMisses(rule, misses, explanation.below(), lines));
  }

  private void writeMisses(
      String rule, List<NearMiss> misses, Map<Triple, List<NearMiss>> below, List<String> lines) {
    lines.add("it would follow by " + rule);
    lines.add(misses.size() == 1 ? "but for" : "but for any one of");
    for (NearMiss miss : misses.subList(0, Math.min(MOST_MISSES, misses.size()))) {
      lines.add(LACKING + lacking(miss));
      writeBelow(miss, MOST_BELOW, "   ", below, lines);
    }
    if (misses.size() > MOST_MISSES) {
      lines.add("  … and " + (misses.size() - MOST_MISSES) + " more");
    }
  }

  /** How the missing premises would follow themselves, fewer ways at each level down. */
  private void writeBelow(
      NearMiss miss,
      int ways,
      String indent,
      Map<Triple, List<NearMiss>> below,
      List<String> lines) {
    for (Triple missing : miss.missing()) {
      List<NearMiss> nearest = below.getOrDefault(missing, List.of());
      for (NearMiss next : nearest.subList(0, Math.min(ways, nearest.size()))) {
        lines.add(
            indent
                + "which would follow by "
                + next.rule().name()
                + "  "
                + next.rule().place()
                + " but for  "
                + lacking(next));
        writeBelow(next, ways - 1, indent + "   ", below, lines);
      }
      if (ways > 0 && nearest.size() > ways) {
        int more = nearest.size() - ways;
        lines.add(indent + "… and in " + more + (more == 1 ? " more way" : " more ways"));
      }
    }
  }

  private String lacking(NearMiss miss) {
    List<String> parts = new ArrayList<>();
    miss.missing().forEach(triple -> parts.add("missing premise: " + pattern(triple)));
    miss.blocking().forEach(triple -> parts.add("in the way: " + prefixes.show(triple)));
    return String.join("; ", parts);
  }

  private String pattern(Triple triple) {
    return term(triple.getSubject())
        + " "
        + term(triple.getPredicate())
        + " "
        + term(triple.getObject());
  }

  private String term(Node node) {
    return node.isVariable() ? "(any)" : prefixes.show(node);
  }
}
