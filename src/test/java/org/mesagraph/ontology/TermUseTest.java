package org.mesagraph.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.OWL2;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mesagraph.query.UsedTerms;

/** A term that no saved query and no check asks about is not yet needed. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TermUseTest {

  private static final UsedTerms QUERIES = UsedTerms.read(OntologyFiles.HOME);

  @TestFactory
  Stream<DynamicTest> a_term_serves_a_query() {
    Set<Resource> terms =
        OntologyFiles.terms(
            OntologyFiles.all(),
            OWL.Class,
            OWL.ObjectProperty,
            OWL.DatatypeProperty,
            OWL2.AnnotationProperty);
    return terms.stream()
        .map(term -> term.getURI().substring(OntologyFiles.NS.length()))
        .map(
            name ->
                DynamicTest.dynamicTest(
                    name, () -> assertThat(QUERIES.has(name)).as(name).isTrue()));
  }

  @Test
  void a_term_that_no_query_mentions_is_reported() {
    assertThat(QUERIES.has("Study")).isTrue();
    assertThat(QUERIES.has("Stud")).isFalse();
    assertThat(QUERIES.has("Plant")).isFalse();
  }
}
