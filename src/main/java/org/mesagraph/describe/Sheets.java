package org.mesagraph.describe;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.mesagraph.base.Prefixes;
import org.mesagraph.store.Snapshot;

/** Makes sheets of descriptions. */
final class Sheets {

  private static final int MOST_VALUES = 100;
  private static final int DEEPEST = 6;
  private static final int MOST_PARTS = 12;

  /** What people read first. */
  private static final List<Node> FIRST =
      List.of(RDF.type.asNode(), SKOS.definition.asNode(), SKOS.altLabel.asNode());

  /** What the heading says already, or what is of the document. */
  private static final Set<Node> LEFT_OUT =
      Set.of(RDFS.label.asNode(), Terms.foaf("isPrimaryTopicOf"));

  private final Description description;
  private final Labels labels;
  private final Prefixes prefixes;
  private final Map<Node, List<Quad>> ofBlank = new HashMap<>();

  private Sheets(Description description, Labels labels, Prefixes prefixes) {
    this.description = description;
    this.labels = labels;
    this.prefixes = prefixes;
    description.quads().stream()
        .filter(quad -> quad.getSubject().isBlank())
        .forEach(
            quad -> ofBlank.computeIfAbsent(quad.getSubject(), any -> new ArrayList<>()).add(quad));
  }

  static Sheet of(Description description, Labels labels, Prefixes prefixes) {
    return new Sheets(description, labels, prefixes).make();
  }

  private Sheet make() {
    Node topic = description.topic();
    List<Quad> all = description.quads();
    Map<Node, List<Quad>> about = byProperty();
    Map<Node, List<Quad>> pointing = byProperty();
    for (Quad quad : all) {
      if (quad.getSubject().equals(topic) && !LEFT_OUT.contains(quad.getPredicate())) {
        about.computeIfAbsent(quad.getPredicate(), any -> new ArrayList<>()).add(quad);
      }
    }
    for (Quad quad : description.pointing()) {
      if (quad.getObject().equals(topic) && !quad.getSubject().equals(topic)) {
        pointing.computeIfAbsent(quad.getPredicate(), any -> new ArrayList<>()).add(quad);
      }
    }
    boolean isWhole = topic.equals(Iris.ONTOLOGY) || Iris.isGraph(topic);
    return new Sheet(
        topic.getURI(),
        description.label(),
        prefixes.show(topic),
        rows(about, true),
        isWhole ? List.of() : rows(pointing, false),
        isWhole ? Optional.of(contents()) : Optional.empty());
  }

  private Map<Node, List<Quad>> byProperty() {
    return new TreeMap<>(
        Comparator.comparingInt(
                (Node property) ->
                    FIRST.contains(property) ? FIRST.indexOf(property) : FIRST.size())
            .thenComparing(prefixes::show));
  }

  private List<Sheet.Row> rows(Map<Node, List<Quad>> byProperty, boolean forward) {
    List<Sheet.Row> rows = new ArrayList<>();
    byProperty.forEach(
        (property, quads) -> {
          // a triple that several graphs state is one to a reader
          List<Sheet.Value> values =
              quads.stream()
                  .map(quad -> value(quad, forward ? quad.getObject() : quad.getSubject()))
                  .distinct()
                  .sorted(Comparator.comparing(Sheet.Value::text))
                  .toList();
          List<Sheet.Value> given = values.subList(0, Math.min(values.size(), MOST_VALUES));
          int cut =
              description.cuts().stream()
                  .filter(each -> !forward && each.predicate().equals(property))
                  .mapToInt(each -> each.all() - each.given())
                  .sum();
          rows.add(new Sheet.Row(link(property), given, values.size() - given.size() + cut));
        });
    return rows;
  }

  private Sheet.Value value(Quad quad, Node node) {
    Triple triple = quad.asTriple();
    Optional<String> why =
        quad.getGraph().equals(Snapshot.INFERRED_GRAPH)
            ? Optional.of(Derivations.why(triple, prefixes))
            : Optional.empty();
    if (node.isURI()) {
      return new Sheet.Value(name(node), Optional.of(node.getURI()), "", why);
    }
    if (node.isLiteral()) {
      return new Sheet.Value(node.getLiteralLexicalForm(), Optional.empty(), note(node), why);
    }
    return new Sheet.Value(nested(node, DEEPEST), Optional.empty(), "", why);
  }

  private static String note(Node literal) {
    String language = literal.getLiteralLanguage();
    return language.isEmpty() || language.equals("en") ? "" : language;
  }

  private Sheet.Link link(Node node) {
    return new Sheet.Link(name(node), node.getURI());
  }

  private String name(Node node) {
    String label = description.labels().get(node);
    return labels.stated(node).isPresent()
        ? labels.of(node)
        : Iris.isOurs(node) && label != null
            ? label
            : prefixes.shorten(node.getURI()).orElse(node.getURI());
  }

  /** A blank node as what is said of it. */
  private String nested(Node blank, int depth) {
    List<Quad> quads = ofBlank.getOrDefault(blank, List.of());
    if (depth == 0 || quads.size() > MOST_PARTS) {
      return "[ … ]";
    }
    return quads.stream()
        .map(
            quad ->
                prefixes.show(quad.getPredicate())
                    + " "
                    + (quad.getObject().isBlank()
                        ? nested(quad.getObject(), depth - 1)
                        : prefixes.show(quad.getObject())))
        .collect(Collectors.joining("; ", "[ ", " ]"));
  }

  private Sheet.Contents contents() {
    Collection<Quad> quads = description.pointing();
    List<Node> subjects =
        quads.stream()
            .map(Quad::getSubject)
            .filter(Node::isURI)
            .distinct()
            .sorted(Order.NODES)
            .toList();
    Stream<Node> first = subjects.stream().limit(MOST_VALUES);
    return new Sheet.Contents(first.map(this::link).toList(), subjects.size(), quads.size());
  }
}
