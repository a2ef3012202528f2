package org.mesagraph.describe;

import static org.mesagraph.describe.Terms.english;
import static org.mesagraph.describe.Terms.in;
import static org.mesagraph.describe.Terms.iri;
import static org.mesagraph.describe.Terms.sh;
import static org.mesagraph.describe.Terms.text;
import static org.mesagraph.describe.Terms.triple;
import static org.mesagraph.describe.Terms.voids;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.mesagraph.base.Prefixes;
import org.mesagraph.query.SavedQueries;

/**
 * What a client has to know of the endpoint before it asks: the language, the formats, the graphs
 * with what is counted in them, how far conclusions are drawn, the limits, and the saved queries.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-service-description/">SPARQL 1.1 Service
 *     Description</a>
 */
public final class ServiceDescription {

  private static final String FORMATS = "http://www.w3.org/ns/formats/";
  private static final String ENTAILMENT = "http://www.w3.org/ns/entailment/";
  private static final Node OWL_RL = iri("http://www.w3.org/ns/owl-profile/RL");
  private static final Node NO_ENTAILMENT = iri(ENTAILMENT + "Simple");

  /** The names that the W3C has for formats. */
  private static final Map<String, String> FORMAT_OF =
      Map.ofEntries(
          Map.entry("application/sparql-results+json", "SPARQL_Results_JSON"),
          Map.entry("application/sparql-results+xml", "SPARQL_Results_XML"),
          Map.entry("text/csv", "SPARQL_Results_CSV"),
          Map.entry("text/tab-separated-values", "SPARQL_Results_TSV"),
          Map.entry("text/turtle", "Turtle"),
          Map.entry("application/n-triples", "N-Triples"),
          Map.entry("application/n-quads", "N-Quads"),
          Map.entry("application/trig", "TriG"),
          Map.entry("application/rdf+xml", "RDF_XML"),
          Map.entry("application/ld+json", "JSON-LD"));

  private static final Node SERVICE = Iris.of("dataset#sparql");
  private static final Node UPDATES = Iris.of("dataset#update");
  private static final Node DEFAULT_GRAPH = Iris.of("dataset#default-graph");

  private static final String CONCLUSIONS =
      "The default graph is the union of all named graphs: what is stated, and what follows from"
          + " it by the rules of OWL 2 RL and by those of the project. About classes and"
          + " properties themselves nothing is concluded. Each named graph has just its own"
          + " statements; what follows is in the graph “inferred”.";

  private final Holdings holdings;
  private final Prefixes prefixes;
  private final SavedQueries queries;
  private final Service service;

  private ServiceDescription(
      Holdings holdings, Prefixes prefixes, SavedQueries queries, Service service) {
    this.holdings = holdings;
    this.prefixes = prefixes;
    this.queries = queries;
    this.service = service;
  }

  /**
   * The description of an endpoint.
   *
   * @param prefixes that it is written with
   */
  static ServiceDescription of(
      Holdings holdings, Prefixes prefixes, SavedQueries queries, Service service) {
    return new ServiceDescription(holdings, prefixes, queries, service);
  }

  /** The description as a graph; not to be changed. */
  public Graph graph() {
    return new SortedGraph(named(), prefixes);
  }

  /** The description as a document, in a syntax without graphs. */
  public byte[] write(RdfSyntax syntax) {
    return RdfText.triples(SERVICE, named(), syntax, prefixes);
  }

  /** All triples, their blank nodes named for good. */
  private List<Triple> named() {
    List<Quad> quads =
        triples().stream().map(triple -> Quad.create(Quad.defaultGraphIRI, triple)).toList();
    Map<Node, Node> names = BlankNames.of(quads);
    return quads.stream().map(quad -> BlankNames.rename(quad, names).asTriple()).toList();
  }

  private List<Triple> triples() {
    List<Triple> triples = new ArrayList<>(endpoint());
    service.update().ifPresent(update -> triples.addAll(updates(update)));
    service.limits().forEach(limit -> triples.addAll(limit(limit)));
    triples.addAll(dataset());
    queries
        .all()
        .forEach(query -> triples.addAll(savedQuery(query.name(), query.header().summary())));
    return triples;
  }

  private List<Triple> endpoint() {
    List<Triple> triples = new ArrayList<>();
    triples.add(triple(SERVICE, RDF.type.asNode(), sd("Service")));
    triples.add(triple(SERVICE, DCTerms.title.asNode(), english("Mesagraph, SPARQL 1.1 query")));
    triples.add(triple(SERVICE, DCTerms.license.asNode(), Iris.LICENSE));
    triples.add(triple(SERVICE, sd("endpoint"), service.endpoint()));
    triples.add(triple(SERVICE, sd("supportedLanguage"), sd("SPARQL11Query")));
    triples.add(triple(SERVICE, sd("feature"), sd("UnionDefaultGraph")));
    if (service.federated()) {
      triples.add(triple(SERVICE, sd("feature"), sd("BasicFederatedQuery")));
    }
    triples.addAll(formats(SERVICE, "resultFormat", service.results()));
    triples.add(triple(SERVICE, sd("defaultEntailmentRegime"), iri(ENTAILMENT + "OWL-RDF-Based")));
    triples.add(triple(SERVICE, sd("defaultSupportedEntailmentProfile"), OWL_RL));
    triples.add(triple(SERVICE, RDFS.comment.asNode(), english(CONCLUSIONS)));
    triples.add(triple(SERVICE, sd("defaultDataset"), Iris.DATASET));
    for (String path : List.of("dataset", "openapi.json", "q/")) {
      triples.add(triple(SERVICE, RDFS.seeAlso.asNode(), Iris.of(path)));
    }
    return triples;
  }

  /** Updates have an endpoint of their own, and so a service. */
  private List<Triple> updates(Node update) {
    List<Triple> triples = new ArrayList<>();
    triples.add(triple(UPDATES, RDF.type.asNode(), sd("Service")));
    triples.add(triple(UPDATES, DCTerms.title.asNode(), english("Mesagraph, SPARQL 1.1 update")));
    triples.add(triple(UPDATES, sd("endpoint"), update));
    triples.add(triple(UPDATES, sd("supportedLanguage"), sd("SPARQL11Update")));
    triples.addAll(formats(UPDATES, "inputFormat", service.inputs()));
    triples.add(triple(UPDATES, sd("defaultDataset"), Iris.DATASET));
    return triples;
  }

  private static List<Triple> formats(Node of, String property, List<String> types) {
    return types.stream()
        .map(FORMAT_OF::get)
        .flatMap(name -> Optional.ofNullable(name).stream())
        .map(name -> triple(of, sd(property), iri(FORMATS + name)))
        .toList();
  }

  /** No vocabulary of endpoints has limits, so these are values of properties of any thing. */
  private static List<Triple> limit(Service.Limit limit) {
    Node value = NodeFactory.createBlankNode();
    return List.of(
        triple(SERVICE, in(Terms.SCHEMA, "additionalProperty"), value),
        triple(value, RDF.type.asNode(), in(Terms.SCHEMA, "PropertyValue")),
        triple(value, in(Terms.SCHEMA, "name"), english(limit.name())),
        triple(
            value,
            in(Terms.SCHEMA, "maxValue"),
            NodeFactory.createLiteralDT(String.valueOf(limit.most()), XSDDatatype.XSDinteger)),
        triple(value, in(Terms.SCHEMA, "unitText"), text(limit.unit())));
  }

  private List<Triple> dataset() {
    List<Triple> triples = new ArrayList<>();
    triples.add(triple(Iris.DATASET, RDF.type.asNode(), sd("Dataset")));
    triples.add(triple(Iris.DATASET, sd("defaultGraph"), DEFAULT_GRAPH));
    triples.add(triple(DEFAULT_GRAPH, RDF.type.asNode(), sd("Graph")));
    triples.add(triple(DEFAULT_GRAPH, RDF.type.asNode(), voids("Dataset")));
    Partitions partitions = new Partitions(DEFAULT_GRAPH, holdings.statistics());
    triples.addAll(partitions.totals());
    triples.addAll(partitions.all());
    holdings.graphs().forEach((name, counts) -> triples.addAll(namedGraph(name, counts)));
    return triples;
  }

  private static List<Triple> namedGraph(Node name, Statistics counts) {
    List<Triple> triples = new ArrayList<>();
    triples.add(triple(Iris.DATASET, sd("namedGraph"), name));
    triples.add(triple(name, RDF.type.asNode(), sd("NamedGraph")));
    triples.add(triple(name, RDF.type.asNode(), sd("Graph")));
    triples.add(triple(name, sd("name"), name));
    triples.add(triple(name, sd("graph"), name));
    triples.add(triple(name, sd("entailmentRegime"), NO_ENTAILMENT));
    triples.addAll(new Partitions(name, counts).totals());
    return triples;
  }

  private List<Triple> savedQuery(String name, String summary) {
    Node query = Iris.of("query/" + name);
    return List.of(
        triple(query, RDF.type.asNode(), sh("SPARQLExecutable")),
        triple(query, RDFS.label.asNode(), english(summary)),
        triple(query, in(Terms.SCHEMA, "target"), service.endpoint()));
  }

  private static Node sd(String name) {
    return in(Terms.SD, name);
  }
}
