package org.mesagraph.reason;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.base.Place;
import org.mesagraph.rule.Atom;
import org.mesagraph.rule.Comparator;
import org.mesagraph.rule.Program;
import org.mesagraph.rule.Rule;

/** A small program with data, made up from a seed; the same seed makes the same. */
record RandomProgram(long seed, Program program, Set<Triple> asserted) {

  static final List<Node> THINGS = nodes("thing", 4);
  private static final List<Node> PREDICATES = nodes("p", 4);
  private static final List<Node> VARIABLES =
      List.of("x", "y", "z", "w").stream().map(NodeFactory::createVariable).toList();

  static RandomProgram of(long seed) {
    Random random = new Random(seed);
    Set<Triple> asserted = new LinkedHashSet<>();
    for (int i = 8 + random.nextInt(10); i > 0; i--) {
      asserted.add(
          Triple.create(one(THINGS, random), one(PREDICATES, random), one(THINGS, random)));
    }
    List<Rule> rules = new ArrayList<>();
    Program program = Program.of(rules);
    for (int i = 2 + random.nextInt(5); i > 0; i--) {
      rules.add(rule("r" + i, random));
      try {
        program = Program.of(rules);
      } catch (MesagraphException e) {
        rules.remove(rules.size() - 1); // it closed a cycle through negation
      }
    }
    return new RandomProgram(seed, program, asserted);
  }

  Closure close() {
    return new MaterializingReasoner().close(program, asserted);
  }

  boolean negates() {
    return program.rules().stream()
        .anyMatch(rule -> rule.body().stream().anyMatch(Atom.Absent.class::isInstance));
  }

  static Triple triple(Random random) {
    return Triple.create(one(THINGS, random), one(PREDICATES, random), one(THINGS, random));
  }

  private static Rule rule(String name, Random random) {
    List<Atom> body = new ArrayList<>();
    List<Node> bound = new ArrayList<>();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      Triple pattern = Triple.create(term(random), one(PREDICATES, random), term(random));
      body.add(new Atom.Pattern(pattern));
      bound.addAll(List.of(pattern.getSubject(), pattern.getObject()));
    }
    if (random.nextInt(3) == 0) {
      Node object = random.nextBoolean() ? one(bound, random) : NodeFactory.createVariable("any");
      body.add(new Atom.Absent(Triple.create(one(bound, random), one(PREDICATES, random), object)));
    }
    Node left = one(bound, random);
    Node right = one(bound, random);
    if (random.nextInt(3) == 0 && !left.equals(right)) {
      Comparator comparator = random.nextInt(4) == 0 ? Comparator.EQUAL : Comparator.NOT_EQUAL;
      body.add(new Atom.Comparison(comparator, left, right));
    }
    Triple head = Triple.create(one(bound, random), one(PREDICATES, random), one(bound, random));
    return new Rule(name, "Made up.", Place.of("random"), body, head);
  }

  private static Node term(Random random) {
    return random.nextInt(6) == 0 ? one(THINGS, random) : one(VARIABLES, random);
  }

  private static <T> T one(List<T> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }

  private static List<Node> nodes(String name, int count) {
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      nodes.add(NodeFactory.createURI("https://example.org/" + name + i));
    }
    return List.copyOf(nodes);
  }
}
