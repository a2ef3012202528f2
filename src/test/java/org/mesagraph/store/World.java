package org.mesagraph.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.mesagraph.base.KnowledgeBase;
import org.mesagraph.base.Place;
import org.mesagraph.base.Statement;
import org.mesagraph.reason.MaterializingReasoner;
import org.mesagraph.rule.Sample;

/** The small world of {@code store/small}, and changes of it. */
final class World {

  static final Path FOLDER = Sample.HOME.resolve("src/test/resources/store/small");

  private static final String MG = "https://w3id.org/mesagraph/ontology/";
  private static final String STUDY = "https://w3id.org/mesagraph/study/";
  private static final Place PLACE = Place.of("change");
  private static final List<String> PROPERTIES = List.of("supports", "isPartOf", "isAbout");

  private World() {}

  /** Copies the files into a root folder and reads them. */
  static KnowledgeBase copyBase(Path root) throws IOException {
    return Sample.load(root, FOLDER);
  }

  static Snapshot snapshot(Path root) throws IOException {
    return snapshot(copyBase(root));
  }

  static Snapshot snapshot(KnowledgeBase base) {
    return Snapshot.of(base, new MaterializingReasoner());
  }

  /** A triple as in {@code "a supports b"}. */
  static Triple triple(String text) {
    String[] words = text.split(" ");
    return Triple.create(
        NodeFactory.createURI(STUDY + words[0]),
        NodeFactory.createURI(MG + words[1]),
        NodeFactory.createURI(STUDY + words[2]));
  }

  static Node graph(String name) {
    return NodeFactory.createURI(KnowledgeBase.GRAPH + name);
  }

  static Statement statement(String graph, String triple) {
    return new Statement(graph(graph), triple(triple), PLACE);
  }

  static Quad quad(String graph, String triple) {
    return Quad.create(graph(graph), triple(triple));
  }

  /** What a random change adds and removes. */
  record Step(List<Statement> added, List<Quad> removed) {

    /** A change that depends on its number and the seed alone. */
    static Step of(long seed, long number) {
      Random random = new Random(seed * 1_000_003 + number);
      List<Statement> added = new ArrayList<>();
      List<Quad> removed = new ArrayList<>();
      for (int i = random.nextInt(6); i >= 0; i--) {
        String graph = random.nextBoolean() ? "one" : "two";
        String triple =
            "x"
                + random.nextInt(6)
                + " "
                + PROPERTIES.get(random.nextInt(PROPERTIES.size()))
                + " x"
                + random.nextInt(6);
        if (random.nextBoolean()) {
          added.add(statement(graph, triple));
        } else {
          removed.add(quad(graph, triple));
        }
      }
      return new Step(added, removed);
    }

    /** A knowledge base after so many changes, without any reasoning. */
    static KnowledgeBase after(KnowledgeBase base, long seed, long changes) {
      KnowledgeBase now = base;
      for (long number = 1; number <= changes; number++) {
        Step step = of(seed, number);
        now = now.with(step.added(), statement -> step.removed().contains(asQuad(statement)));
      }
      return now;
    }
  }

  /** That two things are the same. */
  static Statement same(String one, String other) {
    Node same = NodeFactory.createURI("http://www.w3.org/2002/07/owl#sameAs");
    return new Statement(
        graph("two"),
        Triple.create(
            NodeFactory.createURI(STUDY + one), same, NodeFactory.createURI(STUDY + other)),
        PLACE);
  }

  static Quad asQuad(Statement statement) {
    return Quad.create(statement.graph(), statement.triple());
  }

  /** What a knowledge base states, as quads. */
  static Set<Quad> quads(KnowledgeBase base) {
    return base.statements().stream().map(World::asQuad).collect(Collectors.toSet());
  }

  /** The stated quads of a dataset, within a transaction. */
  static Set<Quad> stated(DatasetGraph dataset) {
    Set<Quad> quads = new LinkedHashSet<>();
    dataset
        .findNG(Node.ANY, Node.ANY, Node.ANY, Node.ANY)
        .forEachRemaining(
            quad -> {
              if (!quad.getGraph().equals(Snapshot.INFERRED_GRAPH)) {
                quads.add(quad);
              }
            });
    return quads;
  }

  /** The inferred triples of a dataset, within a transaction. */
  static Set<Triple> inferred(DatasetGraph dataset) {
    Set<Triple> triples = new LinkedHashSet<>();
    dataset
        .find(Snapshot.INFERRED_GRAPH, Node.ANY, Node.ANY, Node.ANY)
        .forEachRemaining(quad -> triples.add(quad.asTriple()));
    return triples;
  }
}
