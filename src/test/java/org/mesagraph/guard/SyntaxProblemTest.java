package org.mesagraph.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.mesagraph.guard.QueryRefused.Reason;

/** A query with a mistake is answered with its place and with what was probably meant. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SyntaxProblemTest {

  private static final Guard GUARD = Small.guard(Duration.ofSeconds(5));

  @AfterAll
  static void close() {
    GUARD.close();
  }

  /** A query, where it is wrong, what stands there, what was meant, and what the message holds. */
  private record Wrong(
      String query, int line, int column, String token, String meant, String says) {}

  @TestFactory
  Stream<DynamicTest> the_place_is_told_and_what_was_meant() {
    String mg = "PREFIX mg: <https://w3id.org/mesagraph/ontology/>";
    return Stream.of(
            new Wrong("SELEC * { ?s ?p ?o }", 1, 1, "SELEC", "SELECT", "did you mean SELECT?"),
            new Wrong("SELECT * WHER { ?s ?p ?o }", 1, 10, "WHER", "WHERE", "mean WHERE?"),
            new Wrong("SELECT * { ?s mg:evidences ?o }", 1, 15, "mg:evidences", mg, mg),
            new Wrong(
                "PREFIX m: <urn:m>\nASK { ?s\tmgg:x ?o }", 2, 10, "mgg:x", "mg:", "mean mg:?"),
            new Wrong("PREFIX own: <urn:x>\nASK { ?s owm:x 1 }", 2, 10, "owm:x", "own:", "own:?"),
            new Wrong("ASK { ?s zzzzzz:x 1 }", 1, 10, "zzzzzz:x", "", "PREFIX zzzzzz: <…>"),
            new Wrong(
                "ASK { ?s evidences 1 }", 1, 10, "evidences", "mg:evidences", "mg:evidences?"),
            new Wrong("ASK { ?s prefLable 1 }", 1, 10, "prefLable", "skos:prefLabel", "skos:"),
            new Wrong("SELECT (CONCATT('a') AS ?x) {}", 1, 9, "CONCATT", "CONCAT", "CONCAT?"),
            new Wrong("SELECT “étude” {", 1, 8, "“", "", "““” is unexpected"),
            new Wrong("SELECT *\n{ ?s ?p", 2, 7, "", "", "too early: “{” of line 2, column 1"),
            new Wrong("SELECT * { ?s ?p ?o } }", 1, 23, "}", "", "“}” is unexpected"),
            new Wrong(" ", 1, 1, "", "", "too early"),
            new Wrong("SELECT * { ?s ?p 'x }", 1, 22, "", "", "line 1"),
            new Wrong("CLEAR ALL", 1, 1, "CLEAR", "", "“CLEAR” is unexpected"))
        .map(
            wrong ->
                DynamicTest.dynamicTest(
                    "“" + wrong.query() + "”",
                    () -> {
                      QueryRefused refused = refused(wrong.query());
                      assertThat(refused.reason()).isEqualTo(Reason.SYNTAX);
                      assertThat(refused).hasMessageStartingWith("not a SPARQL 1.1 query: ");
                      assertThat(refused).hasMessageContaining(wrong.says());
                      assertThat(refused.spot())
                          .contains(new Spot(wrong.line(), wrong.column(), wrong.token()));
                      assertThat(refused.didYouMean())
                          .isEqualTo(Optional.of(wrong.meant()).filter(name -> !name.isEmpty()));
                    }));
  }

  private static QueryRefused refused(String query) {
    QueryRefused refused =
        catchThrowableOfType(QueryRefused.class, () -> GUARD.query(query, Small.BASE, Small.KNOWN));
    assertThat(refused).as(query).isNotNull();
    return refused;
  }
}
