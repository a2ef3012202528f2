package org.mesagraph.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.mesagraph.base.Prefixes;
import org.mesagraph.explain.AftermathReport.Section;
import org.mesagraph.explain.AftermathReport.Telling;
import org.mesagraph.explain.Consequence.Effect;

/**
 * An aftermath as text: what is withdrawn, how many conclusions fare how, then each that does not
 * stay as it is, in one line, with the proofs of some below it.
 */
final class AftermathText {

  private static final int MOST_NAMED = 12;

  private final Prefixes prefixes;
  private final ExplanationText explanations;

  AftermathText(Prefixes prefixes, ExplanationText explanations) {
    this.prefixes = prefixes;
    this.explanations = explanations;
  }

  /** The whole report; ends with a line break. */
  String write(AftermathReport report) {
    List<String> lines = new ArrayList<>();
    Withdrawal withdrawal = report.aftermath().withdrawal();
    Names names = new Names(report.aftermath().before());
    for (Node thing : withdrawal.named()) {
      lines.add("without " + named(thing, names));
    }
    List<Node> along =
        withdrawal.fallen().stream().filter(node -> !withdrawal.named().contains(node)).toList();
    if (!along.isEmpty()) {
      lines.add("with which " + along.size() + (along.size() == 1 ? " falls" : " fall"));
      along.stream().limit(MOST_NAMED).forEach(thing -> lines.add("  " + named(thing, names)));
      if (along.size() > MOST_NAMED) {
        lines.add("  … and " + (along.size() - MOST_NAMED) + " more");
      }
    }
    int removed = withdrawal.removed().size();
    lines.add(
        removed + (removed == 1 ? " statement" : " statements") + " withdrawn, nothing stored");
    lines.add("");
    for (Section section : report.sections()) {
      lines.add(count(section));
    }
    report.sections().stream()
        .filter(section -> !section.told().isEmpty())
        .forEach(section -> write(section, lines));
    return String.join("\n", lines) + "\n";
  }

  private String named(Node thing, Names names) {
    return prefixes.show(thing) + names.label(thing).map(label -> "  " + label).orElse("");
  }

  private static String count(Section section) {
    return String.format("%6d  ", section.others())
        + name(section.effect())
        + ": "
        + section.effect().meaning()
        + (section.itself() == 0
            ? ""
            : " (and " + section.itself() + " about what is withdrawn itself)");
  }

  static String name(Effect effect) {
    return effect.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private void write(Section section, List<String> lines) {
    String heading = "";
    String about = "";
    for (Telling telling : section.told()) {
      String kind =
          name(section.effect())
              + " · "
              + telling.kind()
              + (telling.aboutWhatFalls() ? " · withdrawn itself" : "");
      if (!kind.equals(heading)) {
        lines.add("");
        lines.add(kind);
        heading = kind;
      }
      String label = telling.label().orElse("");
      if (!label.equals(about) && !label.isEmpty()) {
        lines.add("  “" + label + "”");
      }
      about = label;
      lines.add("    " + line(telling.consequence()));
      telling.before().ifPresent(why -> lines.addAll(proof(before(section.effect()), why)));
      telling.after().ifPresent(why -> lines.addAll(proof("after: ", why)));
    }
  }

  private static String before(Effect effect) {
    return effect == Effect.WEAKENED ? "gone: " : "before: ";
  }

  private String line(Consequence consequence) {
    Triple triple = consequence.triple();
    String text = prefixes.show(triple);
    Optional<Triple> instead = consequence.instead();
    return switch (consequence.effect()) {
      case LOST -> "✗ " + text;
      case CHANGED -> "↷ " + text + " → " + prefixes.show(instead.orElseThrow().getObject());
      case WEAKENED -> "▿ " + text + "  " + share(consequence);
      case GAINED -> "+ " + text;
      case NOT_COMPARED -> "? " + text;
      case UNAFFECTED -> "= " + text;
    };
  }

  static String share(Consequence consequence) {
    ProofSet gone = consequence.gone();
    ProofSet left = consequence.left();
    boolean complete = gone.complete() && left.complete();
    return (complete ? "" : "at least ")
        + gone.found()
        + (gone.found() == 1 ? " proof" : " proofs")
        + " gone, "
        + (complete ? "" : "at least ")
        + left.found()
        + " left";
  }

  /** An explanation without its first line, which would repeat the conclusion. */
  private List<String> proof(String when, Explanation explanation) {
    List<String> lines =
        explanations
            .write(explanation)
            .lines()
            .skip(1)
            .filter(line -> !line.isEmpty() && !line.equals("proof 1"))
            .collect(Collectors.toCollection(ArrayList::new));
    lines.set(0, when + lines.get(0));
    return lines.stream().map(line -> "      " + line).toList();
  }
}
