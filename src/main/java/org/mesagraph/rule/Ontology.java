package org.mesagraph.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.mesagraph.base.Statement;

/** The statements of an ontology as a graph, whose lists and property expressions can be read. */
final class Ontology {

  private static final Node TYPE = RDF.type.asNode();
  private static final int DEEPEST = 100;

  /** Characteristics that only properties between things have. */
  private static final List<Node> OF_THINGS =
      List.of(
          OWL2.ObjectProperty.asNode(),
          OWL2.SymmetricProperty.asNode(),
          OWL2.AsymmetricProperty.asNode(),
          OWL2.TransitiveProperty.asNode(),
          OWL2.IrreflexiveProperty.asNode());

  private final Map<Node, List<Triple>> bySubject = new HashMap<>();

  Ontology(List<Statement> statements) {
    for (Statement statement : statements) {
      bySubject
          .computeIfAbsent(statement.triple().getSubject(), subject -> new ArrayList<>())
          .add(statement.triple());
    }
  }

  /** All that is said of a subject. */
  List<Triple> about(Node subject) {
    return bySubject.getOrDefault(subject, List.of());
  }

  boolean isA(Node subject, Node type) {
    return about(subject).stream()
        .anyMatch(t -> t.getPredicate().equals(TYPE) && t.getObject().equals(type));
  }

  /** The one value of a property. */
  Optional<Node> object(Node subject, Node predicate) {
    Node found = null;
    for (Triple triple : about(subject)) {
      if (triple.getPredicate().equals(predicate)) {
        if (found != null && !found.equals(triple.getObject())) {
          throw new NotSupported(
              "two values of " + term(predicate), "keep one, or write two axioms");
        }
        found = triple.getObject();
      }
    }
    return Optional.ofNullable(found);
  }

  private static String term(Node predicate) {
    return OwlTerms.isOfLanguage(predicate)
        ? OwlTerms.name(predicate)
        : "rdf:" + predicate.getLocalName();
  }

  /** The members of an RDF list. */
  List<Node> list(Node head) {
    List<Node> members = new ArrayList<>();
    Set<Node> cells = new HashSet<>();
    Node cell = head;
    while (!cell.equals(RDF.nil.asNode())) {
      if (!cells.add(cell)) {
        throw new NotSupported("a list that runs in a circle", "write it as ( a b c )");
      }
      members.add(object(cell, RDF.first.asNode()).orElseThrow(Ontology::noList));
      cell = object(cell, RDF.rest.asNode()).orElseThrow(Ontology::noList);
    }
    return members;
  }

  private static NotSupported noList() {
    return new NotSupported("a list that is not well formed", "write it as ( a b c )");
  }

  /** The pattern of a property, or of the inverse of one, between two nodes. */
  Triple edge(Node from, Node property, Node to) {
    boolean forward = true;
    Node named = property;
    for (int depth = 0; named.isBlank(); depth++) {
      Optional<Node> inverse = object(named, OWL2.inverseOf.asNode());
      if (inverse.isEmpty() || depth > DEEPEST) {
        throw new NotSupported(
            "a property without a name that is the inverse of none",
            "name it, or write [ owl:inverseOf p ]");
      }
      named = inverse.get();
      forward = !forward;
    }
    if (!named.isURI()) {
      throw new NotSupported("a literal where a property is to stand", "name the property");
    }
    OwlTerms.checkProperty(named);
    return forward ? Triple.create(from, named, to) : Triple.create(to, named, from);
  }

  /**
   * Whether the values of a property are literals and not things.
   *
   * @throws NotSupported if it is not declared which
   */
  boolean hasLiterals(Node property) {
    boolean literals = isA(property, OWL2.DatatypeProperty.asNode());
    boolean things = property.isBlank() || OF_THINGS.stream().anyMatch(type -> isA(property, type));
    if (literals == things) {
      throw new NotSupported(
          "it is not told whether the values of this property are things or literals",
          "declare it as owl:ObjectProperty or as owl:DatatypeProperty");
    }
    return literals;
  }

  /**
   * A statement as conditions, with a variable for every node without a name and what is said of
   * that node, lists left out.
   */
  List<Atom> describe(Triple statement) {
    List<Atom> atoms = new ArrayList<>();
    describe(statement, new HashMap<>(), atoms);
    return atoms;
  }

  private void describe(Triple statement, Map<Node, Node> variables, List<Atom> atoms) {
    List<Node> open = new ArrayList<>();
    for (Node end : List.of(statement.getSubject(), statement.getObject())) {
      if (end.isBlank() && !variables.containsKey(end)) {
        variables.put(end, NodeFactory.createVariable("c" + variables.size()));
        open.add(end);
      }
    }
    atoms.add(
        new Atom.Pattern(
            Triple.create(
                variables.getOrDefault(statement.getSubject(), statement.getSubject()),
                statement.getPredicate(),
                variables.getOrDefault(statement.getObject(), statement.getObject()))));
    for (Node end : open) {
      for (Triple triple : about(end)) {
        if (Construct.isPart(triple.getPredicate()) && !triple.equals(statement)) {
          describe(triple, variables, atoms);
        }
      }
    }
  }
}
