package org.mesagraph.rule;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.XSD;
import org.mesagraph.base.Suggestion;

/**
 * The terms of OWL and RDFS by what becomes of a statement that is made with them: it is compiled,
 * it says nothing to be executed, it is a fact like any other, or it is refused.
 */
final class OwlTerms {

  private static final String SHAPE = "check it with a shape in ontology/shapes";

  /** Properties of axioms, and of the nodes without names that they are written with. */
  private static final Set<Node> COMPILED =
      nodes(
          RDFS.subClassOf,
          RDFS.subPropertyOf,
          RDFS.domain,
          RDFS.range,
          OWL2.equivalentClass,
          OWL2.disjointWith,
          OWL2.equivalentProperty,
          OWL2.propertyDisjointWith,
          OWL2.inverseOf,
          OWL2.propertyChainAxiom,
          OWL2.hasKey,
          OWL2.members,
          OWL2.distinctMembers,
          OWL2.sourceIndividual,
          OWL2.assertionProperty,
          OWL2.targetIndividual,
          OWL2.targetValue,
          OWL2.intersectionOf,
          OWL2.unionOf,
          OWL2.complementOf,
          OWL2.oneOf,
          OWL2.onProperty,
          OWL2.someValuesFrom,
          OWL2.allValuesFrom,
          OWL2.hasValue,
          OWL2.maxCardinality,
          OWL2.maxQualifiedCardinality,
          OWL2.onClass);

  private static final Set<Node> COMPILED_TYPES =
      nodes(
          OWL2.FunctionalProperty,
          OWL2.InverseFunctionalProperty,
          OWL2.SymmetricProperty,
          OWL2.AsymmetricProperty,
          OWL2.TransitiveProperty,
          OWL2.IrreflexiveProperty,
          OWL2.AllDisjointClasses,
          OWL2.AllDisjointProperties,
          OWL2.AllDifferent,
          OWL2.NegativePropertyAssertion);

  /** Declarations. */
  private static final Set<Node> SILENT_TYPES =
      nodes(
          OWL2.Class,
          OWL2.Restriction,
          OWL2.ObjectProperty,
          OWL2.DatatypeProperty,
          OWL2.AnnotationProperty,
          OWL2.OntologyProperty,
          OWL2.Ontology,
          OWL2.DeprecatedClass,
          OWL2.DeprecatedProperty,
          OWL2.Axiom,
          OWL2.Annotation,
          RDFS.Class);

  /** What is said about axioms and names, not about things. */
  private static final Set<Node> ANNOTATIONS =
      nodes(
          OWL2.imports,
          OWL2.versionInfo,
          OWL2.versionIRI,
          OWL2.priorVersion,
          OWL2.backwardCompatibleWith,
          OWL2.incompatibleWith,
          OWL2.deprecated,
          OWL2.annotatedSource,
          OWL2.annotatedProperty,
          OWL2.annotatedTarget,
          RDFS.label,
          RDFS.comment,
          RDFS.seeAlso,
          RDFS.isDefinedBy);

  private static final Set<Node> FACTS = nodes(OWL2.sameAs, OWL2.differentFrom);

  private static final Set<Node> FACT_TYPES =
      nodes(OWL2.Thing, OWL2.Nothing, OWL2.NamedIndividual, RDFS.Resource);

  /** Terms that are refused wherever they stand, each with what to write instead. */
  private static final Map<Node, String> REFUSED =
      Map.ofEntries(
          Map.entry(OWL2.hasSelf.asNode(), "write a rule in ontology/rules"),
          Map.entry(OWL2.minCardinality.asNode(), least()),
          Map.entry(OWL2.minQualifiedCardinality.asNode(), least()),
          Map.entry(OWL2.cardinality.asNode(), exact("owl:maxCardinality")),
          Map.entry(OWL2.qualifiedCardinality.asNode(), exact("owl:maxQualifiedCardinality")),
          Map.entry(OWL2.onDataRange.asNode(), SHAPE),
          Map.entry(OWL2.onDatatype.asNode(), "name the datatype, and " + SHAPE),
          Map.entry(OWL2.withRestrictions.asNode(), SHAPE),
          Map.entry(OWL2.datatypeComplementOf.asNode(), SHAPE),
          Map.entry(OWL2.onProperties.asNode(), "write a restriction of one property"),
          Map.entry(
              OWL2.disjointUnionOf.asNode(),
              "write rdfs:subClassOf for each part, and owl:AllDisjointClasses"),
          Map.entry(OWL2.topObjectProperty.asNode(), own()),
          Map.entry(OWL2.topDataProperty.asNode(), own()),
          Map.entry(OWL2.bottomObjectProperty.asNode(), own()),
          Map.entry(OWL2.bottomDataProperty.asNode(), own()),
          Map.entry(RDFS.member.asNode(), own()),
          Map.entry(OWL2.ReflexiveProperty.asNode(), "write a rule in ontology/rules"),
          Map.entry(OWL2.DataRange.asNode(), SHAPE),
          Map.entry(RDFS.Datatype.asNode(), "use a datatype of XML Schema, and " + SHAPE),
          Map.entry(RDFS.Container.asNode(), "name a class of your own"),
          Map.entry(RDFS.ContainerMembershipProperty.asNode(), "name a property of your own"));

  /** What the language has, for a hint on what was meant. */
  private static final Set<String> KNOWN =
      Stream.of(
              COMPILED,
              COMPILED_TYPES,
              SILENT_TYPES,
              ANNOTATIONS,
              FACTS,
              FACT_TYPES,
              REFUSED.keySet())
          .flatMap(Collection::stream)
          .map(OwlTerms::name)
          .collect(Collectors.toUnmodifiableSet());

  private OwlTerms() {}

  /** Whether a term belongs to the language and not to an ontology written in it. */
  static boolean isOfLanguage(Node term) {
    return term.isURI()
        && (term.getURI().startsWith(OWL2.getURI()) || term.getURI().startsWith(RDFS.getURI()));
  }

  /** Whether a statement is an axiom, or a declaration, rather than a fact or an annotation. */
  static boolean isAxiom(Triple statement) {
    Node predicate = statement.getPredicate();
    if (predicate.equals(RDF.type.asNode())) {
      Node type = statement.getObject();
      return isOfLanguage(type) && !FACT_TYPES.contains(type);
    }
    return isOfLanguage(predicate)
        && !ANNOTATIONS.contains(predicate)
        && !FACTS.contains(predicate);
  }

  /** Whether an axiom would have to be compiled, so that nothing may conclude it. */
  static boolean isExecuted(Triple statement) {
    return isAxiom(statement)
        && !(statement.getPredicate().equals(RDF.type.asNode())
            && SILENT_TYPES.contains(statement.getObject()));
  }

  /** Refuses a statement whose predicate, or type, is not in the language. */
  static void check(Triple statement) {
    Node predicate = statement.getPredicate();
    boolean typed = predicate.equals(RDF.type.asNode());
    Node term = typed ? statement.getObject() : predicate;
    boolean datatype = term.equals(RDFS.Datatype.asNode()) && isDatatype(statement.getSubject());
    if (!isAxiom(statement) || datatype) {
      return;
    }
    Optional<NotSupported> refusal = refusal(term);
    if (refusal.isPresent()) {
      throw refusal.get();
    }
    boolean fits =
        typed
            ? COMPILED_TYPES.contains(term) || SILENT_TYPES.contains(term)
            : COMPILED.contains(term);
    if (!fits) {
      throw new NotSupported(
          name(term) + " is not to be used as a " + (typed ? "class" : "property"),
          "name a term of your own");
    }
  }

  /** Why a term cannot be used anywhere. */
  static Optional<NotSupported> refusal(Node term) {
    if (REFUSED.containsKey(term)) {
      return Optional.of(
          new NotSupported(name(term) + " is not supported by the reasoner", REFUSED.get(term)));
    }
    if (isOfLanguage(term) && !KNOWN.contains(name(term)) && !isDatatype(term)) {
      return Optional.of(
          new NotSupported(
              "there is no term " + name(term) + Suggestion.phrase(name(term), KNOWN),
              "name a term of OWL 2, or one of your own"));
    }
    return Optional.empty();
  }

  /** Refuses to use a term of the language where an axiom names a property. */
  static void checkProperty(Node property) {
    refusal(property)
        .ifPresent(
            refusal -> {
              throw refusal;
            });
    if (isOfLanguage(property) && !ANNOTATIONS.contains(property) && !FACTS.contains(property)) {
      throw new NotSupported(
          "an axiom about " + name(property) + ", which belongs to the language",
          "name a property of your own");
    }
  }

  /** Refuses to use a term of the language where an axiom names a class. */
  static void checkClass(Node name) {
    refusal(name)
        .ifPresent(
            refusal -> {
              throw refusal;
            });
    if (isDatatype(name)) {
      throw new NotSupported("a datatype in a class expression is not supported", SHAPE);
    }
    if (isOfLanguage(name) && !FACT_TYPES.contains(name) && !SILENT_TYPES.contains(name)) {
      throw new NotSupported(
          "an axiom about " + name(name) + ", which belongs to the language",
          "name a class of your own");
    }
  }

  /** Whether a class has every thing as its member. */
  static boolean isEverything(Node name) {
    return name.equals(OWL2.Thing.asNode()) || name.equals(RDFS.Resource.asNode());
  }

  /** Whether an IRI names a kind of literals, to which no type can be given. */
  static boolean isDatatype(Node name) {
    return name.isURI()
        && (name.getURI().startsWith(XSD.getURI())
            || name.equals(RDFS.Literal.asNode())
            || name.equals(OWL2.real.asNode())
            || name.equals(OWL2.rational.asNode())
            || name.getURI().equals(RDF.getURI() + "PlainLiteral")
            || name.equals(RDF.xmlLiteral.asNode())
            || name.equals(RDF.HTML.asNode())
            || name.equals(RDF.langString.asNode()));
  }

  /** A term as people write it. */
  static String name(Node term) {
    String iri = term.getURI();
    return iri.startsWith(OWL2.getURI())
        ? "owl:" + iri.substring(OWL2.getURI().length())
        : "rdfs:" + iri.substring(RDFS.getURI().length());
  }

  private static String least() {
    return "write owl:someValuesFrom on the left, or " + SHAPE;
  }

  private static String exact(String most) {
    return "write " + most + " on the right, and for the least number " + SHAPE;
  }

  private static String own() {
    return "name a property of your own";
  }

  private static Set<Node> nodes(Resource... terms) {
    return Stream.of(terms).map(Resource::asNode).collect(Collectors.toUnmodifiableSet());
  }
}
