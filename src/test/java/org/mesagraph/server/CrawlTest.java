package org.mesagraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ReadWrite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.mesagraph.RealProject;
import org.mesagraph.describe.Descriptions;
import org.mesagraph.describe.Iris;

/** Every IRI of ours that is used anywhere is followed, and none leads nowhere. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CrawlTest {

  private static final Pattern IRI =
      Pattern.compile("https://w3id\\.org/mesagraph/[A-Za-z0-9/_.~%#?=&+:-]*[A-Za-z0-9/]");
  private static final int EVERY = 60;

  private static Server server;
  private static Asking asking;

  @BeforeAll
  static void start() {
    server = Asking.start();
    asking = new Asking(server.port());
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  @Test
  void every_iri_of_the_dataset_leads_to_a_description() {
    Set<String> iris = new TreeSet<>();
    reading(
        () ->
            RealProject.snapshot()
                .dataset()
                .find()
                .forEachRemaining(
                    quad -> {
                      add(quad.getGraph(), iris);
                      add(quad.asTriple(), iris);
                    }));
    assertThat(iris).hasSizeGreaterThan(2_500);
    assertThat(deadEnds(iris)).isEmpty();
  }

  @Test
  void every_iri_of_rules_shapes_prefixes_and_saved_queries_does() {
    Set<String> iris = new TreeSet<>();
    RealProject.snapshot().base().shapes().forEach(triple -> add(triple, iris));
    RealProject.snapshot().base().prefixes().namespaces().values().stream()
        .filter(namespace -> namespace.startsWith(Iris.BASE))
        .forEach(iris::add);
    RealProject.snapshot()
        .program()
        .rules()
        .forEach(
            rule -> {
              iris.add(Iris.BASE + "rule/" + rule.name());
              add(rule.head(), iris);
              rule.patterns().forEach(pattern -> add(pattern, iris));
            });
    RealProject.queries()
        .all()
        .forEach(
            query -> {
              iris.add(Iris.BASE + "query/" + query.name());
              iris.addAll(named(query.query().toString()));
            });
    assertThat(iris).hasSizeGreaterThan(500);
    assertThat(deadEnds(iris)).isEmpty();
  }

  @Test
  void every_iri_of_the_description_of_the_dataset_does() {
    Set<String> iris = new TreeSet<>();
    reading(
        () ->
            Descriptions.of(RealProject.snapshot(), RealProject.queries(), "test")
                .find(Iris.DATASET)
                .orElseThrow()
                .triples()
                .forEach(triple -> add(triple, iris)));
    assertThat(iris).contains(Iris.BASE + "dump.trig.gz", Iris.BASE + "sparql");
    // dumps are read in full elsewhere
    iris.removeIf(iri -> iri.contains("/dump."));
    assertThat(deadEnds(iris)).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> every_iri_of_what_tells_of_the_server_does() {
    return Stream.of(
            "/sparql",
            "/sparql/.well-known/sparql-examples",
            "/openapi.json",
            "/context.jsonld",
            "/why?s=study:sleeper-agents&p=mg:evidences&o=concept:pseudo-alignment&format=ttl")
        .map(
            path ->
                DynamicTest.dynamicTest(
                    path,
                    () -> {
                      HttpResponse<String> response =
                          asking.get(path, "Accept", "application/n-triples, */*;q=0.5");
                      if (response.statusCode() == 303) {
                        response = asking.get(response.headers().firstValue("Location").get());
                      }
                      assertThat(response.statusCode()).isEqualTo(200);
                      Set<String> found = named(response.body());
                      found.removeIf(iri -> iri.contains("/dump."));
                      assertThat(deadEnds(found)).isEmpty();
                      if (path.contains("why")) {
                        assertThat(response.body()).contains("derivation");
                      }
                    }));
  }

  /**
   * From one thing in so many, each description is read in full, and all that it names followed.
   */
  @TestFactory
  Stream<DynamicTest> every_iri_of_a_description_does() {
    List<String> paths = new ArrayList<>();
    reading(
        () ->
            Descriptions.of(RealProject.snapshot(), RealProject.queries(), "test")
                .directory()
                .all()
                .forEach(entry -> paths.add(Iris.path(entry.iri()))));
    Set<String> followed = new TreeSet<>();
    return Stream.iterate(0, i -> i < paths.size(), i -> i + EVERY)
        .map(paths::get)
        .map(
            path ->
                DynamicTest.dynamicTest(
                    path,
                    () -> {
                      Set<String> found = new TreeSet<>();
                      for (String format : Documents.FORMATS.names()) {
                        HttpResponse<String> response = asking.get("/" + path + "." + format);
                        assertThat(response.statusCode()).as(format).isEqualTo(200);
                        if (format.equals("nq") || format.equals("nt")) {
                          found.addAll(named(response.body()));
                        }
                        if (format.equals("html")) {
                          found.addAll(links(response.body()));
                        }
                      }
                      found.removeAll(followed);
                      followed.addAll(found);
                      assertThat(followed).isNotEmpty();
                      assertThat(deadEnds(found)).isEmpty();
                    }));
  }

  @Test
  void a_dead_end_is_found() {
    assertThat(deadEnds(Set.of(Iris.BASE + "study/none", Iris.BASE + "study/sleeper-agents")))
        .containsExactly(Iris.BASE + "study/none: 404");
  }

  private static void add(Triple triple, Set<String> iris) {
    add(triple.getSubject(), iris);
    add(triple.getPredicate(), iris);
    add(triple.getObject(), iris);
  }

  private static void add(Node node, Set<String> iris) {
    if (Iris.isOurs(node)) {
      iris.add(node.getURI());
    } else if (node.isLiteral() && node.getLiteralDatatypeURI().startsWith(Iris.BASE)) {
      iris.add(node.getLiteralDatatypeURI());
    }
  }

  private static Set<String> named(String text) {
    Set<String> iris = new TreeSet<>();
    Matcher found = IRI.matcher(text);
    while (found.find()) {
      iris.add(found.group());
    }
    return iris;
  }

  private static Set<String> links(String page) {
    Set<String> iris = new TreeSet<>();
    Matcher found = Pattern.compile("href=\"/([^\"]*)\"").matcher(page);
    while (found.find()) {
      iris.add(Iris.BASE + found.group(1).replace("&amp;", "&"));
    }
    return iris;
  }

  /** Those of the IRIs that this server, in the place of w3id.org, has no description of. */
  private static List<String> deadEnds(Set<String> iris) {
    return iris.parallelStream()
        .map(iri -> iri + ": " + status(iri))
        .filter(line -> !line.endsWith(": 200") && !line.endsWith(": 303"))
        .sorted()
        .toList();
  }

  private static int status(String iri) {
    String path = iri.substring(Iris.BASE.length() - 1).replaceFirst("#.*", "");
    return asking.send("HEAD", path, "", "Accept", "text/turtle,*/*;q=0.5").statusCode();
  }

  private static void reading(Runnable work) {
    RealProject.snapshot().dataset().begin(ReadWrite.READ);
    try {
      work.run();
    } finally {
      RealProject.snapshot().dataset().end();
    }
  }
}
