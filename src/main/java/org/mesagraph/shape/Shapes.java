package org.mesagraph.shape;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.vocabulary.RDF;
import org.mesagraph.base.KnowledgeBase;
import org.mesagraph.base.Place;
import org.mesagraph.base.Prefixes;
import org.mesagraph.base.Statement;
import org.mesagraph.shape.Finding.Severity;

/** Checks a knowledge base against its SHACL shapes. */
public final class Shapes {

  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::place)
          .thenComparing(Finding::code)
          .thenComparing(Finding::what);

  private static final Node TYPE = NodeFactory.createURI(RDF.uri + "type");

  private final KnowledgeBase base;
  private final Prefixes prefixes;

  public Shapes(KnowledgeBase base) {
    this.base = base;
    this.prefixes = base.prefixes();
  }

  /** What is wrong, in order of place; empty if all shapes are satisfied. */
  public List<Finding> findings() {
    Graph data = graph(base.triples());
    Graph shapes = graph(base.shapes());
    return ShaclValidator.get()
        .validate(org.apache.jena.shacl.Shapes.parse(shapes), data)
        .getEntries()
        .stream()
        .map(entry -> finding(entry))
        .sorted(ORDER)
        .toList();
  }

  private static Graph graph(Iterable<Triple> triples) {
    Graph graph = GraphFactory.createDefaultGraph();
    triples.forEach(graph::add);
    return graph;
  }

  private Finding finding(ReportEntry entry) {
    Node focus = entry.focusNode();
    String message = entry.message();
    int colon = message.indexOf(": ");
    String what = colon < 0 ? message : message.substring(0, colon);
    String cure = colon < 0 ? "mend it" : message.substring(colon + 2);
    return new Finding(
        "shape/" + name(entry.source()),
        entry.severity().level().getURI().endsWith("Violation") ? Severity.ERROR : Severity.WARNING,
        place(focus, entry),
        prefixes.show(focus),
        prefixes.show(focus) + value(entry) + " " + what,
        cure);
  }

  private String value(ReportEntry entry) {
    return entry.value() == null || entry.value().equals(entry.focusNode())
        ? ""
        : " (" + prefixes.show(entry.value()) + ")";
  }

  private String name(Node shape) {
    return shape != null && shape.isURI()
        ? shape.getURI().substring(shape.getURI().lastIndexOf('/') + 1)
        : "property";
  }

  /** The line of the value if there is one, else the line that says what the focus node is. */
  private Place place(Node focus, ReportEntry entry) {
    Optional<Place> exact = Optional.empty();
    if (entry.resultPath() instanceof P_Link link && entry.value() != null) {
      exact =
          base.statementsOf(Triple.create(focus, link.getNode(), entry.value())).stream()
              .map(Statement::place)
              .findFirst();
    }
    return exact.orElseGet(
        () ->
            base.statements().stream()
                .filter(statement -> statement.triple().subjectMatches(focus))
                .min(Comparator.comparing(statement -> !statement.triple().predicateMatches(TYPE)))
                .map(Statement::place)
                .orElse(Place.of("data")));
  }
}
