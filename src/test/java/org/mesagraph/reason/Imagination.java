package org.mesagraph.reason;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.base.Place;
import org.mesagraph.rule.Atom;
import org.mesagraph.rule.Comparator;
import org.mesagraph.rule.Program;
import org.mesagraph.rule.Rule;

/**
 * Makes up rules and triples: recursion in cycles, chains of four and more patterns, predicates
 * that are variables, variables that occur twice in a pattern, constants, literals, classes,
 * negation, comparisons, and several heads of one body.
 */
final class Imagination {

  static final List<Node> THINGS = nodes("t", 5);
  static final List<Node> VALUES =
      List.of(
          NodeFactory.createLiteralDT("1", XSDDatatype.XSDinteger),
          NodeFactory.createLiteralDT("2", XSDDatatype.XSDinteger),
          NodeFactory.createLiteralString("word"));

  private static final Node TYPE = RDF.type.asNode();
  private static final Node SAME = OWL.sameAs.asNode();
  private static final List<Node> CLASSES = nodes("C", 3);
  private static final List<Node> PREDICATES = nodes("p", 4);
  private static final List<Node> UPPER = nodes("q", 2);
  private static final List<Node> VARIABLES =
      List.of("x", "y", "z", "w").stream().map(NodeFactory::createVariable).toList();

  private final Random random;
  private final boolean equality;
  private final List<Node> things;

  /**
   * @param things how many things the triples are about, at least as many as rules name
   * @param equality whether some triples and conclusions say that things are the same
   */
  Imagination(Random random, int things, boolean equality) {
    this.random = random;
    this.things = nodes("t", things);
    this.equality = equality;
  }

  /** Rules that make up a program. */
  List<Rule> rules(List<Rule> given) {
    List<Rule> rules = new ArrayList<>(given);
    int wanted = given.size() + 3 + random.nextInt(5);
    for (int tries = 0; tries < 40 && rules.size() < wanted; tries++) {
      List<Rule> more = new ArrayList<>(rules);
      more.addAll(rule("r" + rules.size()));
      try {
        Program.of(more, equality ? List.of(Triple.create(SAME, SAME, SAME)) : List.of());
        rules = more;
      } catch (MesagraphException e) {
        continue; // it closed a cycle through negation
      }
    }
    return rules;
  }

  Set<Triple> triples(int count) {
    Set<Triple> triples = new LinkedHashSet<>();
    for (int i = 0; i < count; i++) {
      triples.add(triple());
    }
    return triples;
  }

  Triple triple() {
    int dice = random.nextInt(20);
    if (dice < 3) {
      return Triple.create(one(things), TYPE, one(CLASSES));
    }
    if (equality && dice < 5) {
      return Triple.create(one(things), SAME, one(things));
    }
    Node predicate = dice == 5 ? one(UPPER) : one(PREDICATES);
    return Triple.create(
        one(things), predicate, random.nextInt(8) == 0 ? one(VALUES) : one(things));
  }

  <T> T one(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private List<Rule> rule(String name) {
    List<Atom> body = random.nextInt(8) == 0 ? chain() : body();
    List<Node> subjects = new ArrayList<>();
    List<Node> bound = new ArrayList<>();
    for (Atom atom : body) {
      Triple pattern = ((Atom.Pattern) atom).triple();
      subjects.add(pattern.getSubject());
      bound.addAll(List.of(pattern.getSubject(), pattern.getObject()));
    }
    boolean negates = random.nextInt(4) == 0;
    if (negates) {
      body.add(new Atom.Absent(absent(subjects, bound)));
    }
    Node left = one(bound);
    Node right = random.nextInt(3) == 0 ? one(VALUES) : one(bound);
    if (random.nextInt(3) == 0 && !left.equals(right)) {
      body.add(new Atom.Comparison(one(List.of(Comparator.values())), left, right));
    }
    List<Rule> rules = new ArrayList<>();
    for (int heads = random.nextInt(6) == 0 ? 2 : 1; heads > 0; heads--) {
      Triple head = head(subjects, bound, negates);
      rules.add(new Rule(name, "Made up.", Place.of("random"), body, head));
    }
    return rules;
  }

  private List<Atom> body() {
    List<Atom> body = new ArrayList<>();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      body.add(new Atom.Pattern(pattern()));
    }
    return body;
  }

  private List<Atom> chain() {
    List<Atom> body = new ArrayList<>();
    int length = 4 + random.nextInt(2);
    for (int i = 0; i < length; i++) {
      Node from = NodeFactory.createVariable("c" + i);
      Node to = NodeFactory.createVariable("c" + (i + 1));
      body.add(new Atom.Pattern(Triple.create(from, one(PREDICATES), to)));
    }
    return body;
  }

  private Triple pattern() {
    Node subject = random.nextInt(10) == 0 ? one(THINGS) : one(VARIABLES);
    int dice = random.nextInt(20);
    if (dice < 4) {
      return Triple.create(subject, TYPE, random.nextInt(4) == 0 ? one(VARIABLES) : one(CLASSES));
    }
    Node object =
        switch (random.nextInt(16)) {
          case 0 -> one(THINGS);
          case 1 -> one(VALUES);
          default -> one(VARIABLES);
        };
    Node predicate =
        dice < 6
            ? NodeFactory.createVariable(random.nextBoolean() ? "v" : "x")
            : dice == 6 ? one(UPPER) : one(PREDICATES);
    return Triple.create(subject, predicate, object);
  }

  private Triple absent(List<Node> subjects, List<Node> bound) {
    Node subject = one(subjects);
    return switch (random.nextInt(3)) {
      case 0 -> Triple.create(subject, TYPE, one(CLASSES));
      case 1 -> Triple.create(subject, one(PREDICATES), one(bound));
      default -> Triple.create(subject, one(PREDICATES), NodeFactory.createVariable("any"));
    };
  }

  private Triple head(List<Node> subjects, List<Node> bound, boolean upper) {
    Node subject = random.nextInt(10) == 0 ? one(THINGS) : one(subjects);
    if (equality && !upper && random.nextInt(4) == 0) {
      return Triple.create(subject, SAME, one(subjects));
    }
    if (!upper && random.nextInt(4) == 0) {
      return Triple.create(subject, TYPE, one(CLASSES));
    }
    Node object = random.nextInt(10) == 0 ? one(VALUES) : one(bound);
    return Triple.create(subject, one(upper ? UPPER : PREDICATES), object);
  }

  private static List<Node> nodes(String name, int count) {
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      nodes.add(NodeFactory.createURI("https://example.org/" + name + i));
    }
    return List.copyOf(nodes);
  }
}
