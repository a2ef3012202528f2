package org.mesagraph.describe;

import static org.mesagraph.describe.Terms.prov;
import static org.mesagraph.describe.Terms.triple;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.mesagraph.base.DerivationName;
import org.mesagraph.base.Lazy;
import org.mesagraph.base.Prefixes;
import org.mesagraph.reason.Step;
import org.mesagraph.store.Snapshot;

/**
 * The statements that follow, each with an IRI of its own, so that a syntax without graphs can say
 * of a statement that it follows, and whoever looks the IRI up finds how.
 *
 * @see <a href="https://www.w3.org/TR/rdf11-mt/#reification">RDF 1.1 Semantics, appendix D.1</a>
 */
final class Derivations implements Source {

  private static final String KIND = "derivation/";

  private final Snapshot snapshot;
  private final Prefixes prefixes;
  private final Lazy<Map<String, Triple>> byDigest;

  Derivations(Snapshot snapshot) {
    this.snapshot = snapshot;
    this.prefixes = snapshot.base().prefixes();
    this.byDigest =
        new Lazy<>(
            () -> {
              Map<String, Triple> found = new LinkedHashMap<>();
              snapshot.inferred().forEach(triple -> found.put(DerivationName.of(triple), triple));
              return found;
            });
  }

  /** The IRI of a statement that follows. */
  static Node iri(Triple triple) {
    return Iris.of(KIND + DerivationName.of(triple));
  }

  /** Where a statement is proved: what follows the base of a server. */
  static String why(Triple triple, Prefixes prefixes) {
    return "why?s="
        + encode(prefixes.show(triple.getSubject()))
        + "&p="
        + encode(prefixes.show(triple.getPredicate()))
        + "&o="
        + encode(prefixes.show(triple.getObject()));
  }

  /** That a triple is a statement, and of what graph; its terms are those of the triple. */
  static List<Triple> mark(Triple triple) {
    return statement(iri(triple), triple, Snapshot.INFERRED_GRAPH);
  }

  private static List<Triple> statement(Node iri, Triple triple, Node graph) {
    return List.of(
        triple(iri, RDF.type.asNode(), RDF.Statement.asNode()),
        triple(iri, RDF.subject.asNode(), triple.getSubject()),
        triple(iri, RDF.predicate.asNode(), triple.getPredicate()),
        triple(iri, RDF.object.asNode(), triple.getObject()),
        triple(iri, DCTerms.isPartOf.asNode(), graph));
  }

  @Override
  public Optional<Draft> find(Node thing) {
    String path = Iris.path(thing);
    return path.startsWith(KIND)
        ? Optional.ofNullable(byDigest.get().get(path.substring(KIND.length())))
            .map(triple -> Draft.computed(describe(thing, triple)))
        : Optional.empty();
  }

  /** There are as many as statements that follow, which is too many for a directory. */
  @Override
  public Stream<Directory.Entry> entries() {
    return Stream.empty();
  }

  private List<Triple> describe(Node iri, Triple conclusion) {
    List<Triple> triples = new ArrayList<>(mark(conclusion));
    triples.add(triple(iri, SKOS.prefLabel.asNode(), Terms.english(prefixes.show(conclusion))));
    triples.add(triple(iri, RDFS.seeAlso.asNode(), Iris.of(why(conclusion, prefixes))));
    List<Step.Inferred> steps =
        snapshot.closure().steps(conclusion).stream()
            .filter(Step.Inferred.class::isInstance)
            .map(Step.Inferred.class::cast)
            .sorted(Comparator.comparing((Step.Inferred step) -> step.rule().name()))
            .toList();
    for (Step.Inferred step : steps) {
      Node activity = NodeFactory.createBlankNode();
      triples.add(triple(iri, prov("wasGeneratedBy"), activity));
      triples.add(triple(activity, RDF.type.asNode(), prov("Activity")));
      triples.add(triple(activity, prov("used"), RuleSource.iri(step.rule())));
      triples.add(triple(RuleSource.iri(step.rule()), RDF.type.asNode(), prov("Plan")));
      for (Triple premise : step.premises()) {
        triples.addAll(premise(activity, premise));
      }
    }
    return triples;
  }

  /**
   * A premise that follows has an IRI; one that is stated is told with the graphs that state it.
   */
  private List<Triple> premise(Node activity, Triple premise) {
    List<Triple> triples = new ArrayList<>();
    if (!snapshot.closure().isAsserted(premise)) {
      triples.add(triple(activity, prov("used"), iri(premise)));
      triples.addAll(mark(premise));
      return triples;
    }
    Node node = NodeFactory.createBlankNode();
    triples.add(triple(activity, prov("used"), node));
    snapshot
        .base()
        .statementsOf(premise)
        .forEach(statement -> triples.addAll(statement(node, premise, statement.graph())));
    return triples;
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
