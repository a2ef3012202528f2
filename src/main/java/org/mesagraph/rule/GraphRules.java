package org.mesagraph.rule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.mesagraph.base.Place;

/** The rules of a regime that no rules file can hold, most of them made for what a graph says. */
final class GraphRules {

  static final Place PLACE = Place.of("the graph");

  private static final Node X = NodeFactory.createVariable("x");
  private static final Node Y = NodeFactory.createVariable("y");
  private static final Node P = NodeFactory.createVariable("p");

  private GraphRules() {}

  /** {@code p ⊑ q x p y ⟹ x q y}, for each p and q. */
  static List<Rule> partsOfProperties(Collection<Triple> graph) {
    List<Rule> rules = new ArrayList<>();
    for (Triple triple : graph) {
      Node part = triple.getSubject();
      Node whole = triple.getObject();
      if (triple.getPredicate().equals(RDFS.subPropertyOf.asNode())
          && part.isURI()
          && whole.isURI()
          && !part.equals(whole)) {
        rules.add(
            rule(
                "rdfs7",
                "What stands in a part of a property stands in the property.",
                List.of(triple, Triple.create(X, part, Y)),
                Triple.create(X, whole, Y)));
      }
    }
    return rules;
  }

  /** {@code c ≡ c1 ⊓ … ⊓ cn ⟹ c ⊑ ci} and {@code c ≡ c1 ⊔ … ⊔ cn ⟹ ci ⊑ c}. */
  static List<Rule> lists(Collection<Triple> graph) {
    List<Rule> rules = new ArrayList<>();
    Graph all = GraphFactory.createDefaultGraph();
    graph.forEach(all::add);
    for (Triple triple : graph) {
      boolean every = triple.getPredicate().equals(OWL2.intersectionOf.asNode());
      if (every || triple.getPredicate().equals(OWL2.unionOf.asNode())) {
        for (Node member : members(all, triple.getObject())) {
          Node whole = triple.getSubject();
          rules.add(
              rule(
                  every ? "scm-int" : "scm-uni",
                  every
                      ? "Each part of an intersection includes it."
                      : "A union includes each of its parts.",
                  List.of(triple),
                  Triple.create(
                      every ? whole : member, RDFS.subClassOf.asNode(), every ? member : whole)));
        }
      }
    }
    return rules;
  }

  private static Set<Node> members(Graph graph, Node list) {
    Set<Node> members = new LinkedHashSet<>();
    Set<Node> cells = new LinkedHashSet<>();
    List<Node> open = new ArrayList<>(List.of(list));
    while (!open.isEmpty()) {
      Node cell = open.remove(0);
      if (cells.add(cell)) {
        graph.find(cell, RDF.first.asNode(), Node.ANY).forEach(t -> members.add(t.getObject()));
        graph.find(cell, RDF.rest.asNode(), Node.ANY).forEach(t -> open.add(t.getObject()));
      }
    }
    members.removeIf(Node::isLiteral);
    return members;
  }

  /** A value that is none, and a value that the range of its property lacks, contradict. */
  static List<Rule> values(Collection<Triple> graph, Datatypes datatypes) {
    Set<Node> literals = new LinkedHashSet<>();
    graph.stream().map(Triple::getObject).filter(Node::isLiteral).forEach(literals::add);
    List<Rule> rules = new ArrayList<>();
    for (Node literal : literals) {
      if (datatypes.isIllTyped(literal)) {
        rules.add(
            rule(
                "dt-not-type",
                "A literal stands for no value of its datatype.",
                List.of(Triple.create(X, P, literal)),
                nothing()));
      }
      for (Node datatype : datatypes.names()) {
        if (datatypes.isOutside(literal, datatype)) {
          rules.add(
              rule(
                  "dt-not-type",
                  "A value is not in the datatype that its property leads to.",
                  List.of(
                      Triple.create(P, RDFS.range.asNode(), datatype),
                      Triple.create(X, P, literal)),
                  nothing()));
        }
      }
    }
    return rules;
  }

  private static Triple nothing() {
    return Triple.create(X, RDF.type.asNode(), OWL2.Nothing.asNode());
  }

  private static Rule rule(String name, String description, List<Triple> body, Triple head) {
    return new Rule(
        name, description, PLACE, body.stream().<Atom>map(Atom.Pattern::new).toList(), head);
  }
}
