package org.mesagraph.explain;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.mesagraph.explain.AftermathReport.Section;
import org.mesagraph.explain.AftermathReport.Telling;
import org.mesagraph.explain.Consequence.Effect;

/**
 * An aftermath as Markdown: how many conclusions fare how, then each that does not stay as it is.
 */
final class AftermathMarkdown {

  private final ExplanationMarkdown explanations;

  AftermathMarkdown(ExplanationMarkdown explanations) {
    this.explanations = explanations;
  }

  /** The whole report; ends with a line break. */
  String write(AftermathReport report) {
    Withdrawal withdrawal = report.aftermath().withdrawal();
    Names names = new Names(report.aftermath().before());
    List<String> lines = new ArrayList<>();
    lines.add("## Without " + named(withdrawal.named(), names));
    lines.add("");
    List<Node> along =
        withdrawal.fallen().stream().filter(node -> !withdrawal.named().contains(node)).toList();
    if (!along.isEmpty()) {
      lines.add("With which fall: " + named(along, names) + ".");
      lines.add("");
    }
    lines.add("Statements withdrawn: " + withdrawal.removed().size() + ". Nothing is stored.");
    lines.add("");
    lines.add("| conclusions | | about what is withdrawn itself |");
    lines.add("| ---: | --- | ---: |");
    for (Section section : report.sections()) {
      lines.add(
          "| "
              + section.others()
              + " | "
              + AftermathText.name(section.effect())
              + ": "
              + section.effect().meaning()
              + " | "
              + section.itself()
              + " |");
    }
    report.sections().stream()
        .filter(section -> !section.told().isEmpty())
        .forEach(section -> write(section, lines));
    return String.join("\n", lines) + "\n";
  }

  private String named(List<Node> things, Names names) {
    return String.join(
        ", ",
        things.stream()
            .map(
                thing ->
                    explanations.show(thing)
                        + names
                            .label(thing)
                            .map(label -> " “" + ExplanationMarkdown.safe(label) + "”")
                            .orElse(""))
            .toList());
  }

  private void write(Section section, List<String> lines) {
    String heading = "";
    for (Telling telling : section.told()) {
      String kind =
          AftermathText.name(section.effect())
              + " · "
              + telling.kind()
              + (telling.aboutWhatFalls() ? " · withdrawn itself" : "");
      if (!kind.equals(heading)) {
        lines.add("");
        lines.add("### " + kind);
        lines.add("");
        heading = kind;
      }
      lines.add("- " + line(telling.consequence()));
      boolean weakened = section.effect() == Effect.WEAKENED;
      telling.before().ifPresent(why -> proofs(weakened ? "gone" : "before", why, lines));
      telling.after().ifPresent(why -> proofs("after", why, lines));
    }
  }

  private String line(Consequence consequence) {
    String text = explanations.show(consequence.triple());
    return switch (consequence.effect()) {
      case CHANGED ->
          text + " → " + explanations.show(consequence.instead().orElseThrow().getObject());
      case WEAKENED -> text + " – " + AftermathText.share(consequence);
      default -> text;
    };
  }

  private void proofs(String when, Explanation why, List<String> lines) {
    lines.add("  - " + when + ": " + (why.holds() ? "" : "does not follow"));
    why.proofs().proofs().forEach(proof -> lines.addAll(explanations.proof(proof, "    ")));
  }
}
