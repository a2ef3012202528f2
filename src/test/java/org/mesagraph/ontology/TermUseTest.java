package org.mesagraph.ontology;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.OWL2;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A term that no saved query and no check asks about is not yet needed. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TermUseTest {

  private static final Pattern COMMENT = Pattern.compile("^#(?!\\+ ).*$", Pattern.MULTILINE);

  private static final String QUERIES =
      OntologyFiles.under("queries", ".rq").stream()
          .map(OntologyFiles::text)
          .map(text -> COMMENT.matcher(text).replaceAll(""))
          .collect(joining("\n"));

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
                DynamicTest.dynamicTest(name, () -> assertThat(isAsked(name)).as(name).isTrue()));
  }

  @Test
  void a_term_that_no_query_mentions_is_reported() {
    assertThat(isAsked("Study")).isTrue();
    assertThat(isAsked("Stud")).isFalse();
    assertThat(isAsked("Plant")).isFalse();
  }

  private static boolean isAsked(String name) {
    return Pattern.compile("\\bmg:" + name + "\\b").matcher(QUERIES).find();
  }
}
