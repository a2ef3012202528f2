package org.mesagraph.ontology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mesagraph.ontology.OntologyFiles.NS;
import static org.mesagraph.ontology.OntologyFiles.terms;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** How terms and concepts are named and defined. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TermStyleTest {

  private static final Model ONTOLOGY = OntologyFiles.all();

  private static final Resource[] PROPERTIES = {
    OWL.ObjectProperty, OWL.DatatypeProperty, OWL2.AnnotationProperty
  };

  /**
   * What a label may write with a capital: names of people and places, of products, and acronyms.
   */
  private static final List<String> NAMES =
      List.of(
          "AI",
          "AGI",
          "AUROC",
          "Bayesian",
          "ChatGPT",
          "Claude",
          "CoinRun",
          "Goodhart",
          "GPT",
          "LLM",
          "Markov",
          "ML",
          "OpenAI",
          "RL",
          "RLHF",
          "SAE",
          "SemanticLens",
          "SFT",
          "SGD",
          "Turing");

  private static final Pattern PROPER = Pattern.compile("\\b(" + String.join("|", NAMES) + ")\\b");

  /** The third person of a verb begins the name of a property. */
  private static final Pattern VERB = Pattern.compile("(is|has|[a-z]+(s|ed))([A-Z][A-Za-z]*)?");

  private static final Pattern SENTENCE = Pattern.compile("[A-Z0-9][^.]*\\.");

  @TestFactory
  Stream<DynamicTest> a_term_is_named_and_defined_once() {
    return allTerms().stream()
        .map(
            term ->
                DynamicTest.dynamicTest(
                    term.getLocalName(), () -> assertThat(faults(ONTOLOGY, term)).isEmpty()));
  }

  @TestFactory
  Stream<DynamicTest> a_concept_is_named_and_defined_once() {
    Model data = OntologyFiles.all();
    for (Path file : OntologyFiles.under("data", ".trig")) {
      data.add(RDFDataMgr.loadDataset(file.toString()).getUnionModel());
    }
    Set<Resource> kinds = terms(data, OWL.Class);
    kinds.removeIf(kind -> !isConceptClass(data, kind));
    assertThat(kinds).hasSizeGreaterThan(10);
    return Stream.concat(Stream.of(SKOS.Concept), kinds.stream())
        .flatMap(kind -> data.listSubjectsWithProperty(RDF.type, kind).toList().stream())
        .distinct()
        .map(
            concept ->
                DynamicTest.dynamicTest(
                    concept.getURI(), () -> assertThat(labelFaults(data, concept)).isEmpty()));
  }

  @Test
  void a_class_has_an_upper_camel_case_name() {
    assertThat(terms(ONTOLOGY, OWL.Class))
        .isNotEmpty()
        .allSatisfy(
            term -> assertThat(name(term)).matches("([A-Z][a-z0-9]+)+").doesNotMatch(".*[^isu]s$"));
  }

  @Test
  void a_property_is_called_by_a_verb() {
    assertThat(terms(ONTOLOGY, PROPERTIES))
        .isNotEmpty()
        .allSatisfy(term -> assertThat(name(term)).matches(VERB));
  }

  @Test
  void the_definition_of_a_property_says_what_it_does() {
    assertThat(terms(ONTOLOGY, PROPERTIES))
        .allSatisfy(
            term ->
                assertThat(text(ONTOLOGY, term, SKOS.definition))
                    .matches("(Relates|Gives|Names) .*"));
  }

  @Test
  void no_property_has_an_inverse() {
    assertThat(ONTOLOGY.contains(null, OWL.inverseOf, (RDFNode) null)).isFalse();
  }

  @Test
  void everything_described_is_declared_to_be_one_kind_of_term() {
    List<Resource> described =
        ONTOLOGY.listSubjects().toList().stream()
            .filter(term -> term.isURIResource() && term.getURI().startsWith(NS))
            .filter(term -> !term.getURI().startsWith(NS + "module/"))
            .toList();

    assertThat(described)
        .hasSameSizeAs(allTerms())
        .allSatisfy(term -> assertThat(term.listProperties(RDF.type).toList()).hasSize(1));
  }

  @Test
  void a_planted_fault_is_reported() {
    Resource plant = ResourceFactory.createResource(NS + "Plant");
    Model planted = OntologyFiles.all();
    planted.add(plant, RDF.type, OWL.Class);
    assertThat(faults(planted, plant)).hasSize(2);

    planted.add(plant, SKOS.prefLabel, "Plant", "en");
    planted.add(plant, SKOS.definition, "a plant that grows. It is green", "en");
    assertThat(faults(planted, plant))
        .containsExactlyInAnyOrder(
            "label “Plant” has a capital",
            "“a plant that grows. It is green” is not one sentence",
            "is defined by itself");

    planted.add(plant, SKOS.prefLabel, "Pflanze", "de");
    assertThat(faults(planted, plant)).anyMatch(fault -> fault.contains("prefLabel"));
  }

  private static Set<Resource> allTerms() {
    Set<Resource> all = terms(ONTOLOGY, PROPERTIES);
    all.addAll(terms(ONTOLOGY, OWL.Class));
    return all;
  }

  private static boolean isConceptClass(Model model, Resource kind) {
    return kind.inModel(model).hasProperty(RDFS.subClassOf, SKOS.Concept)
        || terms(model, OWL.Class).stream()
            .anyMatch(
                parent ->
                    model.contains(kind, RDFS.subClassOf, parent)
                        && model.contains(parent, RDFS.subClassOf, SKOS.Concept));
  }

  private static List<String> faults(Model model, Resource term) {
    List<String> faults = labelFaults(model, term);
    if (one(model, term, SKOS.prefLabel) && one(model, term, SKOS.definition)) {
      String label = text(model, term, SKOS.prefLabel);
      String spelled = spelled(name(term));
      if (!label.toLowerCase(Locale.ROOT).replace('-', ' ').endsWith(spelled)) {
        faults.add("label “" + label + "” is not the name, " + spelled);
      }
    }
    return faults;
  }

  private static List<String> labelFaults(Model model, Resource term) {
    List<String> faults = new ArrayList<>();
    for (Property property : List.of(SKOS.prefLabel, SKOS.definition)) {
      if (!one(model, term, property)) {
        faults.add("has not one " + property.getLocalName() + " in English");
      }
    }
    if (faults.isEmpty()) {
      String label = text(model, term, SKOS.prefLabel);
      String definition = text(model, term, SKOS.definition);
      if (PROPER.matcher(label).replaceAll("").matches(".*\\p{Lu}.*")) {
        faults.add("label “" + label + "” has a capital");
      }
      if (!SENTENCE.matcher(definition).matches()) {
        faults.add("“" + definition + "” is not one sentence");
      }
      String opening = definition.toLowerCase(Locale.ROOT).replaceFirst("^(an?|the) ", "");
      if (opening.startsWith(label.toLowerCase(Locale.ROOT) + " ")) {
        faults.add("is defined by itself");
      }
    }
    return faults;
  }

  private static boolean one(Model model, Resource term, Property property) {
    List<RDFNode> values = model.listObjectsOfProperty(term, property).toList();
    return values.size() == 1
        && values.get(0).isLiteral()
        && values.get(0).asLiteral().getLanguage().equals("en");
  }

  private static String text(Model model, Resource term, Property property) {
    return model.listObjectsOfProperty(term, property).next().asLiteral().getString();
  }

  private static String name(Resource term) {
    return term.getURI().substring(NS.length());
  }

  private static String spelled(String name) {
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }
}
