package org.mesagraph.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.mesagraph.base.KnowledgeBase;
import org.mesagraph.base.Prefixes;
import org.mesagraph.base.Statement;
import org.mesagraph.reason.NearMiss;
import org.mesagraph.reason.Step;

/**
 * An explanation as Markdown: a list in lists for each proof, in which resources are links. The
 * marks are those of the text.
 */
final class ExplanationMarkdown {

  private final KnowledgeBase base;
  private final Prefixes prefixes;
  private final Passages passages;

  ExplanationMarkdown(KnowledgeBase base, Passages passages) {
    this.base = base;
    this.prefixes = base.prefixes();
    this.passages = passages;
  }

  /** The whole explanation; ends with a line break. */
  String write(Explanation explanation) {
    List<String> lines = new ArrayList<>();
    lines.add("## " + show(explanation.triple()));
    lines.add("");
    if (explanation.holds()) {
      lines.add(ExplanationText.count(explanation.proofs()));
      writeAll(explanation.proofs().proofs(), "Proof ", lines);
      writeSteps(explanation.steps(), lines);
    } else {
      lines.add("**does not follow**");
      writeAll(explanation.related(), "What does hold between the two, ", lines);
      writeMisses(explanation.nearMisses(), lines);
    }
    return String.join("\n", lines) + "\n";
  }

  private void writeAll(List<Proof> proofs, String heading, List<String> lines) {
    for (int i = 0; i < proofs.size(); i++) {
      lines.add("");
      lines.add("### " + heading + (i + 1));
      lines.add("");
      lines.addAll(proof(proofs.get(i), ""));
    }
  }

  /** The list of one proof. */
  List<String> proof(Proof proof, String indent) {
    List<String> lines = new ArrayList<>();
    write(proof, Repeats.of(proof), indent, lines);
    return lines;
  }

  private void write(Proof proof, Repeats repeats, String indent, List<String> lines) {
    if (!(proof.step() instanceof Step.Inferred inferred)) {
      lines.add(indent + "- ● " + show(proof.conclusion()) + origin(proof.conclusion()));
      return;
    }
    Optional<Repeats.Mention> mention = repeats.mention(proof);
    boolean again = mention.filter(Repeats.Mention::again).isPresent();
    String number =
        mention.map(m -> (again ? ", as above, no. " : ", no. ") + m.number()).orElse("");
    lines.add(indent + "- ◌ " + show(proof.conclusion()) + number);
    if (again) {
      return;
    }
    lines.add(indent + "  by " + rule(inferred));
    proof.premises().forEach(premise -> write(premise, repeats, indent + "  ", lines));
    inferred.absences().forEach(absence -> lines.add(indent + "  - " + absent(absence)));
  }

  private void writeSteps(List<Step> steps, List<String> lines) {
    if (steps.isEmpty()) {
      return;
    }
    lines.add("");
    lines.add("### Every step to it");
    lines.add("");
    for (Step step : steps) {
      if (step instanceof Step.Inferred inferred) {
        lines.add("- ◌ by " + rule(inferred));
        inferred.premises().forEach(premise -> lines.add("  - " + show(premise)));
        inferred.absences().forEach(absence -> lines.add("  - " + absent(absence)));
      } else {
        lines.add("- ● " + show(step.conclusion()) + origin(step.conclusion()));
      }
    }
  }

  private void writeMisses(List<NearMiss> misses, List<String> lines) {
    lines.add("");
    lines.add(
        misses.isEmpty()
            ? "No rule comes within two premises of concluding it."
            : "### It would follow");
    for (NearMiss miss : misses) {
      lines.add("");
      lines.add(
          "- by `"
              + miss.rule().name()
              + "` ("
              + code(miss.rule().place().toString())
              + ") but for");
      miss.missing().forEach(triple -> lines.add("  - ✗ missing premise: " + show(triple)));
      miss.blocking().forEach(triple -> lines.add("  - ✗ in the way: " + show(triple)));
    }
  }

  private String absent(Triple absence) {
    return "∄ none in the graph: " + show(absence);
  }

  private static String rule(Step.Inferred inferred) {
    return "`"
        + inferred.rule().name()
        + "`: "
        + safe(inferred.rule().description())
        + " ("
        + code(inferred.rule().place().toString())
        + ")";
  }

  private String origin(Triple triple) {
    List<String> parts = new ArrayList<>();
    String about = passages.areExact(triple) ? "" : "cf. ";
    passages
        .of(triple)
        .forEach(
            passage ->
                parts.add(
                    about
                        + "["
                        + safe(passage.toString())
                        + "]("
                        + passage.passage().getURI()
                        + ")"));
    base.statementsOf(triple).stream()
        .map(Statement::place)
        .forEach(place -> parts.add(code(place.toString())));
    return parts.isEmpty() ? "" : " – " + String.join(", ", parts);
  }

  /** A triple whose resources are links. */
  String show(Triple triple) {
    return show(triple.getSubject())
        + " "
        + show(triple.getPredicate())
        + " "
        + show(triple.getObject());
  }

  String show(Node node) {
    if (node.isVariable()) {
      return "(any)";
    }
    String text = safe(prefixes.show(node));
    boolean link = node.isURI() && node.getURI().matches("https?://[^\\s()<>]*");
    return link ? "[" + text + "](" + node.getURI() + ")" : text;
  }

  static String code(String text) {
    return "`" + text.replace("`", "") + "`";
  }

  /** A text without what would be markup. */
  static String safe(String text) {
    return text.replaceAll("\\s+", " ").replaceAll("([\\\\`*_\\[\\]<>])", "\\\\$1");
  }
}
