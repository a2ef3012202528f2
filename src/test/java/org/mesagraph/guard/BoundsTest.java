package org.mesagraph.guard;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.mesagraph.guard.QueryRefused.Reason;

/** Just within a bound a query is read, and just beyond it is refused, wherever it stands. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BoundsTest {

  private static final Guard GUARD = Small.guard(Duration.ofSeconds(5));

  @AfterAll
  static void close() {
    GUARD.close();
  }

  /** A query within a bound, one beyond it, and why that is refused. */
  private record Bound(String name, String within, String beyond, Reason reason, String says) {}

  private static String times(int count, String text) {
    return text.repeat(count);
  }

  private static String list(int count, String separator, String each) {
    return IntStream.range(0, count)
        .mapToObj(i -> each.replace("#", String.valueOf(i)))
        .collect(joining(separator));
  }

  private static Bound bound(String name, String within, String beyond, String says) {
    return new Bound(name, within, beyond, Reason.TOO_COMPLEX, says);
  }

  private static Stream<Bound> texts() {
    return Stream.of(
        new Bound(
            "length",
            "ASK {} #" + times(32_760, "x"),
            "ASK {} #" + times(32_761, "x"),
            Reason.TOO_LONG,
            "at most 32768"),
        bound(
            "braces",
            "ASK " + times(60, "{") + times(60, "}"),
            "ASK " + times(61, "{") + times(61, "}"),
            "60 brackets"),
        bound(
            "parentheses",
            "ASK { FILTER " + times(59, "(") + "1" + times(59, ")") + "}",
            "ASK { FILTER " + times(60, "(") + "1" + times(60, ")") + "}",
            "60 brackets"),
        bound(
            "brackets of blank nodes",
            "ASK { " + times(59, "[ <p> ") + "1" + times(59, "]") + "}",
            "ASK { " + times(3_000, "[ <p> ") + "1" + times(3_000, "]") + "}",
            "60 brackets"),
        bound(
            "brackets in a text do not count",
            "ASK { ?s ?p '" + times(100, "{(") + "' , \"\"\"((((\"" + times(99, "(") + "\"\"\" }",
            "ASK { ?s ?p '{' , " + times(3_000, "(") + " 1 }",
            "60 brackets"),
        bound(
            "signs",
            "ASK { FILTER(!!true) }".replace("!!", "!"),
            "ASK { FILTER(" + times(10_000, "!") + "true) }",
            "20 signs"),
        bound(
            "signs of numbers",
            "ASK { FILTER(1 - -1) }",
            "ASK { FILTER(1 " + times(10_000, "- ") + "1) }",
            "20 signs"));
  }

  private static Stream<Bound> shapes() {
    String big = "7".repeat(78);
    return Stream.of(
        bound(
            "operators",
            "SELECT * { " + list(100, " UNION ", "{ ?s <p#> ?o }") + " }",
            "SELECT * { " + list(160, " UNION ", "{ ?s <p#> ?o }") + " }",
            "300 operators"),
        bound(
            "operators in EXISTS",
            "ASK { FILTER EXISTS { " + list(100, " UNION ", "{ ?s <p#> ?o }") + " } }",
            "ASK { FILTER EXISTS { " + list(160, " UNION ", "{ ?s <p#> ?o }") + " } }",
            "300 operators"),
        bound(
            "expressions",
            "ASK { FILTER(1 IN (" + list(1_900, ",", "#") + ")) }",
            "ASK { FILTER(1 IN (" + list(2_000, ",", "#") + ")) }",
            "2000 expressions"),
        bound(
            "expressions in ORDER BY",
            "SELECT * { ?s ?p ?o } ORDER BY (1 IN (" + list(1_900, ",", "#") + "))",
            "SELECT * { ?s ?p ?o } ORDER BY (1 IN (" + list(2_000, ",", "#") + "))",
            "2000 expressions"),
        bound(
            "expressions in an aggregate",
            "SELECT (SUM(1 IN (" + list(1_900, ",", "#") + ")) AS ?n) { ?s ?p ?o }",
            "SELECT (SUM(1 IN (" + list(2_000, ",", "#") + ")) AS ?n) { ?s ?p ?o }",
            "2000 expressions"),
        bound(
            "expressions in HAVING",
            "SELECT ?s { ?s ?p ?o } GROUP BY ?s HAVING(1 IN (" + list(1_900, ",", "#") + "))",
            "SELECT ?s { ?s ?p ?o } GROUP BY ?s HAVING(1 IN (" + list(2_000, ",", "#") + "))",
            "2000 expressions"),
        bound(
            "expressions in GROUP BY",
            "SELECT ?g { ?s ?p ?o } GROUP BY (1 IN (" + list(1_900, ",", "#") + ") AS ?g)",
            "SELECT ?g { ?s ?p ?o } GROUP BY (1 IN (" + list(2_000, ",", "#") + ") AS ?g)",
            "2000 expressions"),
        bound(
            "expressions in a query within",
            "ASK { { SELECT (1 IN (" + list(1_900, ",", "#") + ") AS ?x) {} } }",
            "ASK { { SELECT (1 IN (" + list(2_000, ",", "#") + ") AS ?x) {} } }",
            "2000 expressions"),
        bound(
            "expressions in OPTIONAL",
            "ASK { OPTIONAL { ?s ?p ?o FILTER(1 IN (" + list(1_900, ",", "#") + ")) } }",
            "ASK { OPTIONAL { ?s ?p ?o FILTER(1 IN (" + list(2_000, ",", "#") + ")) } }",
            "2000 expressions"),
        bound(
            "depth of expressions",
            "ASK { FILTER(" + list(390, " + ", "1") + " > 0) }",
            "ASK { FILTER(" + list(500, " + ", "1") + " > 0) }",
            "400 expressions within"),
        bound(
            "triple patterns",
            "ASK { " + list(60, " . ", "?s <p#> ?o") + " }",
            "ASK { " + list(61, " . ", "?s <p#> ?o") + " }",
            "60 triple patterns"),
        bound(
            "template",
            "CONSTRUCT { " + list(60, " . ", "?s <p#> ?o") + " } WHERE { ?s ?p ?o }",
            "CONSTRUCT { " + list(61, " . ", "?s <p#> ?o") + " } WHERE { ?s ?p ?o }",
            "60 triple patterns"),
        bound(
            "things to describe",
            "DESCRIBE " + list(60, " ", "<x#>"),
            "DESCRIBE " + list(61, " ", "<x#>"),
            "60 triple patterns"),
        bound(
            "rows of VALUES",
            "ASK { VALUES ?x { " + list(1_000, " ", "#") + " } }",
            "ASK { VALUES ?x { " + list(1_001, " ", "#") + " } }",
            "1000 rows"),
        bound(
            "rows of VALUES at the end",
            "SELECT * { ?x ?p ?o } VALUES ?x { " + list(1_000, " ", "<#>") + " }",
            "SELECT * { ?x ?p ?o } VALUES ?x { " + list(1_001, " ", "<#>") + " }",
            "1000 rows"),
        bound("OFFSET", "SELECT * {} OFFSET 1000000", "SELECT * {} OFFSET 1000001", "OFFSET"),
        bound(
            "OFFSET of a query within",
            "ASK { { SELECT * {} OFFSET 1000000 } }",
            "ASK { { SELECT * {} OFFSET 9000000000 } }",
            "OFFSET"),
        bound(
            "depth of paths",
            "ASK { ?s " + times(9, "(<p>/") + "<p>" + times(9, ")*") + " ?o }",
            "ASK { ?s " + times(25, "(<p>/") + "<p>" + times(25, ")*") + " ?o }",
            "20 deep"),
        bound(
            "numbers",
            "ASK { FILTER(" + big.substring(1) + " > 0) }",
            "ASK { FILTER(" + big + " > 0) }",
            "256 bits"),
        bound("numbers in patterns", "ASK { ?s ?p 7 }", "ASK { ?s ?p " + big + " }", "256 bits"),
        bound(
            "numbers in VALUES",
            "ASK { VALUES ?x { 7 } }",
            "ASK { VALUES ?x { " + big + " } }",
            "256 bits"),
        bound(
            "decimals",
            "ASK { FILTER(0.1 > 0) }",
            "ASK { FILTER(0." + times(300, "1") + " > 0) }",
            "256 bits"),
        bound(
            "numbers written as text",
            "ASK { ?s ?p '7'^^<http://www.w3.org/2001/XMLSchema#integer> }",
            "ASK { ?s ?p '" + big + "'^^<http://www.w3.org/2001/XMLSchema#integer> }",
            "256 bits"),
        bound(
            "durations",
            "ASK { FILTER('P9D'^^<http://www.w3.org/2001/XMLSchema#duration> = ?x) }",
            "ASK { FILTER('P"
                + times(9, "9")
                + "D'^^<http://www.w3.org/2001/XMLSchema#duration> = ?x) }",
            "a duration"));
  }

  private static Stream<Bound> forbidden() {
    return Stream.of(
            "SERVICE|ASK { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
            "SERVICE|ASK { SERVICE SILENT <file:///etc/passwd> { ?s ?p ?o } }",
            "SERVICE|ASK { FILTER NOT EXISTS { SERVICE SILENT ?x { ?s ?p ?o } } }",
            "SERVICE|SELECT (EXISTS { SERVICE <x> { ?s ?p ?o } } AS ?x) {}",
            "SERVICE|SELECT * {} ORDER BY (EXISTS { SERVICE <x> { ?s ?p ?o } })",
            "SERVICE|SELECT (SUM(IF(EXISTS { SERVICE <x> { ?s ?p ?o } }, 1, 2)) AS ?n) {}",
            "SERVICE|ASK { { SELECT * { MINUS { SERVICE <x> { ?s ?p ?o } } } } }",
            "no function|SELECT (<java:x.Y>(1) AS ?x) {}",
            "no function|SELECT * {} ORDER BY <java:x.Y>(1)",
            "no function|SELECT (SUM(<java:x.Y>(1)) AS ?n) {}",
            "no function|SELECT (COUNT(*) AS ?n) {} HAVING(<java:x.Y>(1))",
            "no function|ASK { BIND(IF(false, <java:x.Y>(1), 2) AS ?x) }",
            "no function|ASK { FILTER(<http://jena.apache.org/ARQ/function#wait>(8000)) }",
            "no function|ASK { FILTER(<http://www.w3.org/2005/xpath-functions#apply>('x')) }",
            "no function|ASK { FILTER(<http://www.w3.org/2005/xpath-functions#matches>('x', 'y')) }",
            "would call|ASK { ?s <java:x.Y> ?o }",
            "would call|ASK { ?s <java:x.Y>* ?o }",
            "would call|ASK { ?s ^<java:x.Y>/<p> ?o }",
            "would call|ASK { ?s !(<java:x.Y>|<q>) ?o }",
            "would call|ASK { ?s <http://jena.apache.org/ARQ/property#strSplit> ?o }",
            "would call|ASK { ?s <http://jena.apache.org/text#query> ?o }",
            "DESCRIBE *|DESCRIBE * { ?s ?p ?o }")
        .map(line -> line.split("\\|", 2))
        .map(parts -> new Bound(parts[1], "ASK {}", parts[1], Reason.NOT_ALLOWED, parts[0]));
  }

  @TestFactory
  Stream<DynamicTest> a_query_beyond_a_bound_is_refused() {
    return Stream.of(texts(), shapes(), forbidden())
        .flatMap(bounds -> bounds)
        .map(bound -> DynamicTest.dynamicTest(bound.name(), () -> assertHolds(bound)));
  }

  private static void assertHolds(Bound bound) {
    assertThat(catchThrowable(() -> read(bound.within()))).isNull();
    QueryRefused refused = catchThrowableOfType(QueryRefused.class, () -> read(bound.beyond()));
    assertThat(refused).isNotNull().hasMessageContaining(bound.says());
    assertThat(refused.reason()).isEqualTo(bound.reason());
  }

  private static void read(String query) {
    GUARD.query(query, Small.BASE, Small.KNOWN);
  }
}
