package org.mesagraph.conformance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.mesagraph.rule.Regime.Language;

/** The OWL 2 test cases of the profile RL that are written in RDF/XML. */
final class OwlCases {

  /** What a case tests, by the first that fits: whatever entails or not is also consistent. */
  enum Kind {
    POSITIVE("PositiveEntailmentTest", "positive entailment"),
    NEGATIVE("NegativeEntailmentTest", "negative entailment"),
    INCONSISTENT("InconsistencyTest", "inconsistency"),
    CONSISTENT("ConsistencyTest", "consistency");

    private final String type;
    private final String words;

    Kind(String type, String words) {
      this.type = type;
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  private static final String FILE = "semantics-direct.rdf";
  private static final String TEST = "http://www.w3.org/2007/OWL/testOntology#";
  private static final String BASE = "http://example.org/";

  /** The datatypes of OWL 2 RL, OWL 2 Profiles, section 4.2.1. */
  static final Set<Node> DATATYPES =
      Stream.concat(
              Stream.of(
                      XSDDatatype.XSDdecimal,
                      XSDDatatype.XSDinteger,
                      XSDDatatype.XSDnonNegativeInteger,
                      XSDDatatype.XSDnonPositiveInteger,
                      XSDDatatype.XSDpositiveInteger,
                      XSDDatatype.XSDnegativeInteger,
                      XSDDatatype.XSDlong,
                      XSDDatatype.XSDint,
                      XSDDatatype.XSDshort,
                      XSDDatatype.XSDbyte,
                      XSDDatatype.XSDunsignedLong,
                      XSDDatatype.XSDunsignedInt,
                      XSDDatatype.XSDunsignedShort,
                      XSDDatatype.XSDunsignedByte,
                      XSDDatatype.XSDfloat,
                      XSDDatatype.XSDdouble,
                      XSDDatatype.XSDstring,
                      XSDDatatype.XSDnormalizedString,
                      XSDDatatype.XSDtoken,
                      XSDDatatype.XSDlanguage,
                      XSDDatatype.XSDName,
                      XSDDatatype.XSDNCName,
                      XSDDatatype.XSDNMTOKEN,
                      XSDDatatype.XSDboolean,
                      XSDDatatype.XSDhexBinary,
                      XSDDatatype.XSDbase64Binary,
                      XSDDatatype.XSDanyURI,
                      XSDDatatype.XSDdateTime,
                      XSDDatatype.XSDdateTimeStamp)
                  .map(datatype -> NodeFactory.createURI(datatype.getURI())),
              Stream.of(RDF.xmlLiteral.asNode(), RDF.langString.asNode()))
          .collect(Collectors.toUnmodifiableSet());

  private static final Set<Node> DECLARATIONS =
      Set.of(
          OWL2.Class.asNode(),
          OWL2.ObjectProperty.asNode(),
          OWL2.DatatypeProperty.asNode(),
          OWL2.AnnotationProperty.asNode(),
          OWL2.NamedIndividual.asNode(),
          RDFS.Datatype.asNode());

  private final Model tests;

  private OwlCases(Model tests) {
    this.tests = tests;
  }

  static OwlCases in(SuiteFolder folder) {
    return new OwlCases(ModelFactory.createModelForGraph(folder.graph(folder.iri(FILE))));
  }

  List<Case> of(Kind kind) {
    return tests
        .listResourcesWithProperty(
            tests.createProperty(TEST, "profile"), tests.createResource(TEST + "RL"))
        .toList()
        .stream()
        .filter(test -> kind(test).equals(Optional.of(kind)))
        .filter(test -> text(test, "rdfXmlPremiseOntology").isPresent())
        .sorted(Comparator.comparing(Resource::getURI))
        .map(test -> new Case(test.getURI(), () -> passes(test, kind)))
        .toList();
  }

  private Optional<Kind> kind(Resource test) {
    return Stream.of(Kind.values())
        .filter(kind -> test.hasProperty(RDF.type, tests.createResource(TEST + kind.type)))
        .findFirst();
  }

  private boolean passes(Resource test, Kind kind) {
    Graph premise = graph(text(test, "rdfXmlPremiseOntology").orElseThrow());
    test.listProperties(tests.createProperty(TEST, "importedOntology"))
        .mapWith(imported -> text(imported.getResource(), "rdfXmlInputOntology").orElseThrow())
        .forEach(text -> graph(text).find().forEach(premise::add));
    Entailed entailed = Entailed.of(Language.OWL, DATATYPES, premise);
    return switch (kind) {
      case POSITIVE -> entailed.entails(conclusion(test, "rdfXmlConclusionOntology"));
      case NEGATIVE -> !entailed.entails(conclusion(test, "rdfXmlNonConclusionOntology"));
      case INCONSISTENT -> entailed.contradicts();
      case CONSISTENT -> !entailed.contradicts();
    };
  }

  /** What a conclusion states: its header is left out, and declarations beside statements. */
  private List<Triple> conclusion(Resource test, String property) {
    Graph graph = graph(text(test, property).orElseThrow());
    List<Triple> all = new ArrayList<>(graph.find().toList());
    all.removeIf(
        triple -> graph.contains(triple.getSubject(), RDF.type.asNode(), OWL2.Ontology.asNode()));
    List<Triple> statements = new ArrayList<>(all);
    statements.removeIf(
        triple ->
            triple.getPredicate().equals(RDF.type.asNode())
                && DECLARATIONS.contains(triple.getObject()));
    return statements.isEmpty() ? all : statements;
  }

  private Optional<String> text(Resource test, String property) {
    return Optional.ofNullable(test.getProperty(tests.createProperty(TEST, property)))
        .map(statement -> statement.getString());
  }

  private static Graph graph(String text) {
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(text, Lang.RDFXML)
        .base(BASE)
        .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
        .parse(graph);
    return graph;
  }
}
