package org.mesagraph.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.mesagraph.base.SortedTriples;

/**
 * Saved queries described in RDF after the convention of sparql-examples, so that editors elsewhere
 * can list and run them: each with its text in which defaults and examples are bound, its words,
 * its parameters, and the prefixes of all.
 *
 * @param runner knows the data that slugs in examples are looked up in
 * @param endpoint the IRI of the SPARQL endpoint that the queries are for
 * @see <a href="https://github.com/sib-swiss/sparql-examples">sparql-examples</a>
 */
public record SparqlExamples(QueryRunner runner, String endpoint) {

  /** What is appended to the endpoint to name the graph of examples. */
  public static final String WELL_KNOWN = "/.well-known/sparql-examples";

  private static final String QUERY = "https://w3id.org/mesagraph/query/";
  private static final String SCHEMA = "https://schema.org/";
  private static final String SH = "http://www.w3.org/ns/shacl#";

  /** The name of the graph. */
  public Node graph() {
    return NodeFactory.createURI(endpoint + WELL_KNOWN);
  }

  /** The descriptions of all saved queries. */
  public SortedTriples of(SavedQueries queries) {
    List<Triple> triples = new ArrayList<>(prefixes());
    queries.all().forEach(query -> triples.addAll(describe(query)));
    return SortedTriples.of(triples);
  }

  /** The description of one, prefixes included. */
  public SortedTriples of(SavedQuery query) {
    List<Triple> triples = new ArrayList<>(prefixes());
    triples.addAll(describe(query));
    return SortedTriples.of(triples);
  }

  private List<Triple> prefixes() {
    Node all = NodeFactory.createURI(graph().getURI() + "#prefixes");
    List<Triple> triples = new ArrayList<>();
    triples.add(Triple.create(all, RDF.type.asNode(), OWL.Ontology.asNode()));
    runner
        .prefixes()
        .namespaces()
        .forEach(
            (name, namespace) -> {
              Node one = NodeFactory.createURI(graph().getURI() + "#prefix-" + name);
              triples.add(Triple.create(all, sh("declare"), one));
              triples.add(Triple.create(one, sh("prefix"), text(name)));
              triples.add(
                  Triple.create(
                      one,
                      sh("namespace"),
                      NodeFactory.createLiteralDT(namespace, XSDDatatype.XSDanyURI)));
            });
    return triples;
  }

  private List<Triple> describe(SavedQuery query) {
    Node subject = NodeFactory.createURI(QUERY + query.name());
    Header header = query.header();
    Query parsed = query.query();
    String kind = parsed.isAskType() ? "Ask" : parsed.isConstructType() ? "Construct" : "Select";
    Map<String, List<Node>> arguments = arguments(query);
    List<Triple> triples = new ArrayList<>();
    triples.add(Triple.create(subject, RDF.type.asNode(), sh("SPARQLExecutable")));
    triples.add(Triple.create(subject, RDF.type.asNode(), sh("SPARQL" + kind + "Executable")));
    triples.add(Triple.create(subject, RDFS.comment.asNode(), english(header.summary())));
    if (!header.description().isBlank()) {
      triples.add(
          Triple.create(
              subject, DCTerms.description.asNode(), english(header.description().strip())));
    }
    header
        .tags()
        .forEach(tag -> triples.add(Triple.create(subject, schema("keywords"), text(tag))));
    triples.add(Triple.create(subject, schema("target"), NodeFactory.createURI(endpoint)));
    triples.add(
        Triple.create(
            subject, DCTerms.license.asNode(), NodeFactory.createURI(Publication.LICENCE)));
    triples.add(
        Triple.create(
            subject, sh("prefixes"), NodeFactory.createURI(graph().getURI() + "#prefixes")));
    triples.add(Triple.create(subject, sh(kind.toLowerCase(Locale.ROOT)), bound(query, arguments)));
    for (Parameter parameter : header.params()) {
      describe(subject, parameter, arguments.getOrDefault(parameter.name(), List.of()), triples);
    }
    return triples;
  }

  /** The query as text, in which the parameters that have a value stand with it. */
  private static Node bound(SavedQuery query, Map<String, List<Node>> arguments) {
    Query bound = query.query().cloneQuery();
    for (Parameter parameter : query.header().params()) {
      List<Node> values = arguments.getOrDefault(parameter.name(), List.of());
      if (!values.isEmpty()) {
        bound = ManyValues.bind(bound, parameter.variable(), values);
      }
    }
    bound.setBaseURI((String) null);
    return text(bound.serialize().strip());
  }

  /** Defaults, and examples where a value must be given. */
  private Map<String, List<Node>> arguments(SavedQuery query) {
    Map<String, List<String>> given = new LinkedHashMap<>();
    for (Parameter parameter : query.header().params()) {
      if (parameter.required()) {
        parameter.example().ifPresent(example -> given.put(parameter.name(), List.of(example)));
      }
    }
    Arguments arguments = Arguments.parse(query, given, runner.dataset(), runner.prefixes());
    return arguments instanceof Arguments.Accepted accepted ? accepted.values() : Map.of();
  }

  private static void describe(
      Node query, Parameter parameter, List<Node> values, List<Triple> triples) {
    Node path = NodeFactory.createURI(query.getURI() + "#" + parameter.name());
    Node subject = NodeFactory.createURI(path.getURI() + "-parameter");
    triples.add(Triple.create(query, sh("parameter"), subject));
    triples.add(Triple.create(subject, RDF.type.asNode(), sh("Parameter")));
    triples.add(Triple.create(subject, sh("path"), path));
    triples.add(Triple.create(subject, sh("name"), english(parameter.label())));
    triples.add(
        Triple.create(
            subject,
            sh("optional"),
            NodeFactory.createLiteralDT(
                String.valueOf(!parameter.required()), XSDDatatype.XSDboolean)));
    boolean iri = parameter.type() instanceof ValueType.Iri;
    triples.add(Triple.create(subject, sh("nodeKind"), sh(iri ? "IRI" : "Literal")));
    parameter.ofClass().ifPresent(type -> triples.add(Triple.create(subject, sh("class"), type)));
    if (parameter.type() instanceof ValueType.Datatype xsd) {
      Node datatype = NodeFactory.createURI(xsd.datatype().getURI());
      triples.add(Triple.create(subject, sh("datatype"), datatype));
      bound(parameter, parameter.min())
          .forEach(min -> triples.add(Triple.create(subject, sh("minInclusive"), min)));
      bound(parameter, parameter.max())
          .forEach(max -> triples.add(Triple.create(subject, sh("maxInclusive"), max)));
    }
    boolean defaulted = !parameter.defaults().isEmpty();
    values.forEach(
        value ->
            triples.add(
                Triple.create(
                    subject, defaulted ? sh("defaultValue") : SKOS.example.asNode(), value)));
  }

  private static List<Node> bound(Parameter parameter, Optional<String> bound) {
    return bound.stream().map(text -> Literals.of(parameter.type(), text)).toList();
  }

  private static Node sh(String name) {
    return NodeFactory.createURI(SH + name);
  }

  private static Node schema(String name) {
    return NodeFactory.createURI(SCHEMA + name);
  }

  private static Node text(String text) {
    return NodeFactory.createLiteralString(text);
  }

  private static Node english(String text) {
    return NodeFactory.createLiteralLang(text, "en");
  }
}
