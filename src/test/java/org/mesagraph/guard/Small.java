package org.mesagraph.guard;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.NodeConst;
import org.mesagraph.base.Prefixes;

/** A dataset of a few thousand triples, and a guard with little time. */
final class Small {

  static final String BASE = "https://example.org/";

  static final Known KNOWN =
      Known.of(
          Prefixes.of(
              Map.of(
                  "mg", "https://w3id.org/mesagraph/ontology/",
                  "skos", "http://www.w3.org/2004/02/skos/core#")),
          List.of(
              "https://w3id.org/mesagraph/ontology/evidences",
              "http://www.w3.org/2004/02/skos/core#prefLabel"));

  private Small() {}

  /** Things that know each other, with a label and a number, in two graphs. */
  static DatasetGraph dataset(int things) {
    DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
    dataset.executeWrite(
        () -> {
          for (int i = 0; i < things; i++) {
            Node graph = i % 2 == 0 ? Quad.defaultGraphIRI : node("g");
            Node thing = node("thing" + i);
            dataset.add(graph, thing, node("knows"), node("thing" + (i * 7 + 2) % things));
            dataset.add(graph, thing, node("likes"), node("thing" + (i * 3 + 4) % things));
            dataset.add(graph, thing, node("label"), NodeFactory.createLiteralString("thing " + i));
            dataset.add(
                graph,
                thing,
                node("number"),
                NodeFactory.createLiteralDT(String.valueOf(i), XSDDatatype.XSDinteger));
            dataset.add(graph, thing, node("is"), NodeConst.nodeTrue);
          }
        });
    return dataset;
  }

  static Node node(String name) {
    return NodeFactory.createURI(BASE + name);
  }

  static Guard guard(Duration time) {
    return Guard.of(Bounds.usual(time));
  }

  static QueryAnswer ask(Guard guard, DatasetGraph dataset, String text) {
    return guard.answer(
        dataset, guard.query(text, BASE, KNOWN), NamedGraphs.NONE, Duration.ofMinutes(1));
  }
}
