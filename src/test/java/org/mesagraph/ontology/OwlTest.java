package org.mesagraph.ontology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mesagraph.ontology.OntologyFiles.NS;
import static org.mesagraph.ontology.OntologyFiles.merged;
import static org.mesagraph.ontology.OntologyFiles.modules;
import static org.mesagraph.ontology.OntologyFiles.owl;
import static org.mesagraph.ontology.OntologyFiles.published;
import static org.mesagraph.ontology.OntologyFiles.read;
import static org.mesagraph.ontology.OntologyFiles.triples;
import static org.mesagraph.ontology.OntologyFiles.under;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.semanticweb.HermiT.ReasonerFactory;
import org.semanticweb.owlapi.model.EntityType;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.OWLClass;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.model.OWLOntologyCreationException;
import org.semanticweb.owlapi.model.OWLOntologyStorageException;
import org.semanticweb.owlapi.profiles.OWL2DLProfile;
import org.semanticweb.owlapi.profiles.OWL2RLProfile;
import org.semanticweb.owlapi.profiles.OWLProfile;
import org.semanticweb.owlapi.reasoner.OWLReasoner;

/** The ontology is what it claims to be: OWL 2 DL and OWL 2 RL, consistent, without empty class. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OwlTest {

  private static final Resource PLANT = ResourceFactory.createResource(NS + "Plant");
  private static final Resource STUDY = ResourceFactory.createResource(NS + "Study");
  private static final Resource CLAIM = ResourceFactory.createResource(NS + "Claim");
  private static final Property IS_ABOUT = ResourceFactory.createProperty(NS, "isAbout");

  @Test
  void the_published_ontology_is_in_OWL_2_DL() throws OWLOntologyCreationException {
    assertThat(violations(new OWL2DLProfile(), published())).isEmpty();
  }

  @Test
  void the_published_ontology_is_in_OWL_2_RL() throws OWLOntologyCreationException {
    assertThat(violations(new OWL2RLProfile(), published())).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> a_module_is_OWL_2_DL_with_what_it_imports() {
    return modules().stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getFileName().toString(),
                    file.toUri(),
                    () -> assertThat(violations(new OWL2DLProfile(), closure(file))).isEmpty()));
  }

  @Test
  void no_statement_is_lost_on_the_way_through_OWL()
      throws OWLOntologyCreationException, OWLOntologyStorageException {
    Model published = published();
    Model back = triples(owl(published));

    assertThat(difference(published, back)).isEmpty();
    assertThat(difference(back, published)).isEmpty();
    assertThat(back.isIsomorphicWith(published)).isTrue();
  }

  @Test
  void every_term_that_is_used_is_declared() throws OWLOntologyCreationException {
    OWLOntology ontology = owl(published());

    assertThat(
            ontology
                .signature()
                .filter(entity -> !entity.isBuiltIn() && !ontology.isDeclared(entity)))
        .isEmpty();
  }

  @Test
  void nothing_is_two_kinds_of_thing() throws OWLOntologyCreationException {
    Map<IRI, Set<EntityType<?>>> kinds = new HashMap<>();
    owl(withData())
        .signature()
        .forEach(
            entity ->
                kinds
                    .computeIfAbsent(entity.getIRI(), iri -> new HashSet<>())
                    .add(entity.getEntityType()));

    assertThat(kinds).isNotEmpty().allSatisfy((iri, types) -> assertThat(types).hasSize(1));
  }

  @Test
  void the_ontology_is_consistent_and_each_class_can_have_members()
      throws OWLOntologyCreationException {
    assertThat(unsatisfiable(published())).isEmpty();
  }

  @Test
  void the_data_is_consistent_with_the_ontology() throws OWLOntologyCreationException {
    Model both = withData();
    OWLOntology ontology = owl(both);

    assertThat(ontology.classAssertionAxioms(entityOf(ontology, STUDY))).isNotEmpty();
    assertThat(isConsistent(ontology)).isTrue();

    Resource sleeper =
        ResourceFactory.createResource("https://w3id.org/mesagraph/study/sleeper-agents");
    both.add(sleeper, RDF.type, CLAIM);
    assertThat(isConsistent(owl(both))).as("a study that is a claim").isFalse();
  }

  @Test
  void the_data_uses_declared_terms_only() throws OWLOntologyCreationException {
    assertThat(violations(new OWL2DLProfile(), withData())).isEmpty();
  }

  @Test
  void an_undeclared_term_is_reported() throws OWLOntologyCreationException {
    Model planted = published().add(PLANT, RDFS.subClassOf, STUDY);

    assertThat(violations(new OWL2DLProfile(), planted)).anyMatch(text -> text.contains("Plant"));
  }

  @Test
  void a_chain_that_reaches_itself_in_the_middle_is_reported() throws OWLOntologyCreationException {
    Model planted = published();
    Property chained = ResourceFactory.createProperty(NS, "isStatedIn");
    planted.add(chained, OWL2.propertyChainAxiom, planted.createList(IS_ABOUT, chained, IS_ABOUT));

    assertThat(violations(new OWL2DLProfile(), planted))
        .anyMatch(text -> text.contains("isStatedIn"));
  }

  @Test
  void a_statement_that_OWL_does_not_know_is_reported()
      throws OWLOntologyCreationException, OWLOntologyStorageException {
    Model planted = published();
    planted.add(
        ResourceFactory.createResource(NS + "module/kinds/planted"),
        RDF.type,
        OWL2.AllDisjointClasses);

    assertThat(difference(planted, triples(owl(planted)))).isNotEmpty();
  }

  @Test
  void an_existential_on_the_right_is_no_OWL_2_RL() throws OWLOntologyCreationException {
    Model planted = published();
    Resource some = planted.createResource(OWL.Restriction);
    some.addProperty(OWL.onProperty, IS_ABOUT).addProperty(OWL.someValuesFrom, STUDY);
    planted.add(CLAIM, RDFS.subClassOf, some);

    assertThat(violations(new OWL2RLProfile(), planted)).anyMatch(text -> text.contains("Claim"));
    assertThat(violations(new OWL2DLProfile(), planted)).isEmpty();
  }

  @Test
  void a_class_without_possible_members_is_reported() throws OWLOntologyCreationException {
    Model planted = published();
    planted.add(PLANT, RDF.type, OWL.Class);
    planted.add(PLANT, RDFS.subClassOf, STUDY).add(PLANT, RDFS.subClassOf, CLAIM);

    assertThat(unsatisfiable(planted)).containsExactly(PLANT.getURI());
  }

  private static Model withData() {
    Model both = published();
    for (Path file : under("data", ".trig")) {
      both.add(RDFDataMgr.loadDataset(file.toString()).getUnionModel());
    }
    return both;
  }

  private static Set<String> violations(OWLProfile profile, Model document)
      throws OWLOntologyCreationException {
    Set<String> violations = new TreeSet<>();
    profile
        .checkOntology(owl(document))
        .getViolations()
        .forEach(violation -> violations.add(violation.toString()));
    return violations;
  }

  /** A module merged with everything it imports. */
  private static Model closure(Path file) {
    Map<Resource, Model> byHeader = new HashMap<>();
    modules()
        .forEach(
            module -> {
              Model model = read(module);
              byHeader.put(header(model), model);
            });
    Model closure = ModelFactory.createDefaultModel();
    Set<Resource> seen = new TreeSet<>((a, b) -> a.getURI().compareTo(b.getURI()));
    add(header(read(file)), byHeader, closure, seen);
    return merged(closure);
  }

  private static void add(
      Resource header, Map<Resource, Model> byHeader, Model closure, Set<Resource> seen) {
    if (seen.add(header)) {
      assertThat(byHeader).as("what is imported exists").containsKey(header);
      Model module = byHeader.get(header);
      closure.add(module);
      for (Resource imported :
          module
              .listObjectsOfProperty(header, OWL.imports)
              .mapWith(node -> node.asResource())
              .toList()) {
        add(imported, byHeader, closure, seen);
      }
    }
  }

  private static Resource header(Model module) {
    List<Resource> headers = module.listSubjectsWithProperty(RDF.type, OWL.Ontology).toList();
    assertThat(headers).hasSize(1);
    return headers.get(0);
  }

  /** Ground statements of one model that the other has not. */
  private static List<String> difference(Model one, Model other) {
    return one.difference(other).listStatements().toList().stream()
        .filter(statement -> !statement.getSubject().isAnon() && !statement.getObject().isAnon())
        .map(Object::toString)
        .sorted()
        .toList();
  }

  private static OWLClass entityOf(OWLOntology ontology, Resource term) {
    return ontology.getOWLOntologyManager().getOWLDataFactory().getOWLClass(term.getURI());
  }

  private static boolean isConsistent(OWLOntology ontology) {
    OWLReasoner reasoner = new ReasonerFactory().createReasoner(ontology);
    try {
      return reasoner.isConsistent();
    } finally {
      reasoner.dispose();
    }
  }

  private static List<String> unsatisfiable(Model document) throws OWLOntologyCreationException {
    OWLReasoner reasoner = new ReasonerFactory().createReasoner(owl(document));
    try {
      assertThat(reasoner.isConsistent()).isTrue();
      return reasoner.getUnsatisfiableClasses().getEntitiesMinusBottom().stream()
          .map(type -> type.getIRI().toString())
          .sorted()
          .toList();
    } finally {
      reasoner.dispose();
    }
  }
}
