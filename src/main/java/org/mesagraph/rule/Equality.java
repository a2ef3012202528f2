package org.mesagraph.rule;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL2;
import org.mesagraph.base.Place;

/**
 * What {@code owl:sameAs} means, as rules: what is said of one name of a thing holds of all its
 * names. That a thing is the same as itself goes without saying and is not concluded.
 *
 * <pre>
 *   x ≈ y              ⟹  y ≈ x      eq-sym
 *   x ≈ y    y ≈ z     ⟹  x ≈ z      eq-trans
 *   s ≈ t    s p o     ⟹  t p o      eq-rep-s
 *   p ≈ q    s p o     ⟹  s q o      eq-rep-p
 *   o ≈ t    s p o     ⟹  s p t      eq-rep-o
 *   x ≈ y    x ≉ y     ⟹  x : owl:Nothing      eq-diff1
 * </pre>
 */
public final class Equality {

  /** Where these rules are written. */
  public static final Place PLACE = Place.of("https://www.w3.org/TR/owl2-profiles/");

  private static final Node SAME = OWL2.sameAs.asNode();
  private static final Node DIFFERENT = OWL2.differentFrom.asNode();
  private static final Node S = NodeFactory.createVariable("s");
  private static final Node P = NodeFactory.createVariable("p");
  private static final Node O = NodeFactory.createVariable("o");
  private static final Node OTHER = NodeFactory.createVariable("other");

  private Equality() {}

  /** The rules of equality, which an engine with representatives need not evaluate. */
  public static List<Rule> axioms() {
    Node x = NodeFactory.createVariable("x");
    Node y = NodeFactory.createVariable("y");
    Node z = NodeFactory.createVariable("z");
    return List.of(
        rule(
            "eq-sym",
            "What is the same as another has the other as the same.",
            List.of(pattern(x, SAME, y)),
            Triple.create(y, SAME, x)),
        rule(
            "eq-trans",
            "What is the same as one thing is the same as all that this is the same as.",
            List.of(pattern(x, SAME, y), pattern(y, SAME, z), differ(x, z)),
            Triple.create(x, SAME, z)),
        rule(
            "eq-rep-s",
            "What is said of a thing is said of it by each of its names.",
            List.of(pattern(S, SAME, OTHER), pattern(S, P, O), differ(P, SAME)),
            Triple.create(OTHER, P, O)),
        rule(
            "eq-rep-p",
            "What is said with a property is said with each of its names.",
            List.of(pattern(P, SAME, OTHER), pattern(S, P, O), differ(P, SAME)),
            Triple.create(S, OTHER, O)),
        rule(
            "eq-rep-o",
            "What is said about a thing as a value is said about it by each of its names.",
            List.of(pattern(O, SAME, OTHER), pattern(S, P, O), differ(P, SAME)),
            Triple.create(S, P, OTHER)));
  }

  /**
   * Rules with their comparisons of names spelled out: two names are unequal as long as they are
   * not known to be of the same thing, and equal if they are one name or known to be so. Proofs
   * then show what the comparison rests on.
   */
  static List<Rule> spelled(List<Rule> rules) {
    List<Rule> spelled = new ArrayList<>();
    for (Rule rule : rules) {
      List<List<Atom>> bodies = List.of(List.of());
      for (Atom atom : rule.body()) {
        List<List<Atom>> longer = new ArrayList<>();
        for (List<Atom> body : bodies) {
          for (List<Atom> more : spelled(atom)) {
            List<Atom> both = new ArrayList<>(body);
            both.addAll(more);
            longer.add(both);
          }
        }
        bodies = longer;
      }
      for (List<Atom> body : bodies) {
        spelled.add(new Rule(rule.name(), rule.description(), rule.place(), body, rule.head()));
      }
    }
    return spelled;
  }

  /** The ways in which a condition may hold. */
  private static List<List<Atom>> spelled(Atom atom) {
    if (atom instanceof Atom.Comparison comparison
        && comparison.terms().stream().noneMatch(Node::isLiteral)) {
      Triple same = Triple.create(comparison.left(), SAME, comparison.right());
      if (comparison.comparator() == Comparator.NOT_EQUAL) {
        return List.of(List.of(atom, new Atom.Absent(same)));
      }
      if (comparison.comparator() == Comparator.EQUAL) {
        return List.of(List.of(atom), List.of(new Atom.Pattern(same)));
      }
    }
    return List.of(List.of(atom));
  }

  /**
   * The contradiction of names that are the same and different. By {@code eq-rep-o} such a name is
   * different from itself, which by itself contradicts.
   */
  static List<Rule> differences() {
    String description = "Nothing is both the same as another and different from it.";
    Triple nothing = ClassConclusions.nothing(S);
    return List.of(
        rule(
            "eq-diff1",
            description,
            List.of(pattern(S, SAME, O), pattern(S, DIFFERENT, O)),
            nothing),
        rule(
            "eq-diff1",
            "Nothing is different from itself.",
            List.of(pattern(S, DIFFERENT, S)),
            nothing));
  }

  static boolean isSame(Triple triple) {
    return triple.getPredicate().equals(SAME);
  }

  static boolean isDifference(Triple triple) {
    return triple.getPredicate().equals(DIFFERENT);
  }

  /** Refuses to equate literals, each of which is equal to itself alone. */
  static void check(Triple fact) {
    if ((isSame(fact) || isDifference(fact)) && fact.getObject().isLiteral()) {
      throw ofLiteral(fact.getPredicate());
    }
  }

  static NotSupported ofLiteral(Node term) {
    return new NotSupported(
        OwlTerms.name(term) + " with a literal is not supported",
        "name a thing; two literals are the same if they are written alike");
  }

  private static Rule rule(String name, String description, List<Atom> body, Triple head) {
    return new Rule(name, description, PLACE, body, head);
  }

  private static Atom pattern(Node subject, Node predicate, Node object) {
    return new Atom.Pattern(Triple.create(subject, predicate, object));
  }

  private static Atom differ(Node one, Node other) {
    return new Atom.Comparison(Comparator.NOT_EQUAL, one, other);
  }
}
