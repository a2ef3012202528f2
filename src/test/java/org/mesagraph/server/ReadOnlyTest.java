package org.mesagraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Nothing that comes over HTTP changes anything. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReadOnlyTest {

  private static final String TRIPLE = "<urn:x:s> <urn:x:p> <urn:x:o> .";
  private static final String INSERT = "INSERT DATA { " + TRIPLE + " }";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String UPLOAD =
      "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.ttl\"\r\n"
          + "Content-Type: text/turtle\r\n\r\n"
          + TRIPLE
          + "\r\n--b--\r\n";

  private static Server server;
  private static Asking asking;
  private static String size;

  @BeforeAll
  static void start() {
    server = Asking.start();
    asking = new Asking(server.port());
    size = size();
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  /** A request that would change a dataset that lets itself be changed. */
  private record Change(String method, String path, String type, String body) {
    @Override
    public String toString() {
      return method + " " + path + " " + type;
    }
  }

  @TestFactory
  Stream<DynamicTest> a_change_is_refused() {
    return Stream.of(
            new Change("POST", "/sparql", "application/sparql-update", INSERT),
            new Change("POST", "/sparql", FORM, "update=" + Asking.encode(INSERT)),
            new Change("POST", "/sparql", FORM, "query=" + Asking.encode(INSERT)),
            new Change("GET", "/sparql?update=" + Asking.encode(INSERT), "text/plain", ""),
            new Change("GET", "/sparql?query=" + Asking.encode("CLEAR ALL"), "text/plain", ""),
            new Change("POST", "/update", "application/sparql-update", INSERT),
            new Change("POST", "/sparql/update", "application/sparql-update", INSERT),
            new Change("POST", "/sparql", "text/turtle", TRIPLE),
            new Change("POST", "/sparql?default", "text/turtle", TRIPLE),
            new Change("POST", "/sparql?graph=urn:x:g", "text/turtle", TRIPLE),
            new Change("POST", "/sparql/data?default", "text/turtle", TRIPLE),
            new Change("PUT", "/sparql", "text/turtle", TRIPLE),
            new Change("PUT", "/sparql?graph=urn:x:g", "text/turtle", TRIPLE),
            new Change("PUT", "/sparql?default", "application/trig", TRIPLE),
            new Change("DELETE", "/sparql?default", "text/plain", ""),
            new Change("DELETE", "/sparql", "text/plain", ""),
            new Change("PATCH", "/sparql", "application/rdf-patch", "TX .\nA " + TRIPLE + "\nTC ."),
            new Change("POST", "/sparql", "multipart/form-data; boundary=b", UPLOAD),
            new Change("POST", "/sparql/upload", "multipart/form-data; boundary=b", UPLOAD),
            new Change("POST", "/q/evidence-matrix", FORM, "update=" + Asking.encode(INSERT)),
            new Change("PUT", "/q/evidence-matrix", "text/plain", "x"),
            new Change("DELETE", "/why", "text/plain", ""),
            new Change("POST", "/$/datasets", FORM, "dbName=x&dbType=mem"),
            new Change("POST", "/$/compact/sparql", FORM, "x=y"),
            new Change("DELETE", "/$/datasets/sparql", "text/plain", ""))
        .map(change -> DynamicTest.dynamicTest(change.toString(), () -> assertRefused(change)));
  }

  private static void assertRefused(Change change) {
    HttpResponse<String> response =
        asking.send(change.method(), change.path(), change.body(), "Content-Type", change.type());

    assertThat(response.statusCode()).as(response.body()).isBetween(400, 499);
    assertThat(response.body()).doesNotContain("\tat ", "Exception");
    assertThat(size()).isEqualTo(size);
    assertThat(asking.ask("ASK { <urn:x:s> ?p ?o }")).isFalse();
    assertThat(asking.ask("ASK { GRAPH <urn:x:g> { ?s ?p ?o } }")).isFalse();
  }

  private static String size() {
    return asking.value("SELECT (COUNT(*) AS ?value) { GRAPH ?g { ?s ?p ?o } }");
  }
}
