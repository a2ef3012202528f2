package org.mesagraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * A query reaches no other server, no file and no class. Each attack is made on a Fuseki as it
 * comes as well, where it must succeed: an attack that fails everywhere shows nothing.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReachTest {

  private static final AtomicInteger HITS = new AtomicInteger();
  private static final String RESULT =
      "{\"head\":{\"vars\":[\"x\"]},\"results\":{\"bindings\":[{\"x\":{\"type\":\"literal\","
          + "\"value\":\"caught\"}}]}}";

  private static HttpServer canary;
  private static Server server;
  private static FusekiServer stock;
  private static Asking ours;
  private static Asking theirs;

  @TempDir private Path folder;

  @BeforeAll
  static void start() throws IOException {
    canary = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    canary.createContext(
        "/",
        exchange -> {
          HITS.incrementAndGet();
          byte[] body = RESULT.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "application/sparql-results+json");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    canary.start();
    server = Asking.start();
    ours = new Asking(server.port());
    DatasetGraph one = DatasetGraphFactory.createTxnMem();
    one.executeWrite(
        () ->
            one.add(
                NodeFactory.createURI("urn:x:g"),
                NodeFactory.createURI("urn:x:s"),
                NodeFactory.createURI("urn:x:p"),
                NodeFactory.createLiteralString("o")));
    one.executeWrite(
        () ->
            one.getDefaultGraph()
                .add(
                    NodeFactory.createURI("urn:x:s"),
                    NodeFactory.createURI("urn:x:p"),
                    NodeFactory.createLiteralString("o")));
    stock = FusekiServer.create().port(0).loopback(true).add("/sparql", one).build().start();
    theirs = new Asking(stock.getPort());
  }

  @AfterAll
  static void stop() {
    stock.stop();
    server.stop();
    canary.stop(0);
  }

  @BeforeEach
  void forget() {
    HITS.set(0);
  }

  @TestFactory
  Stream<DynamicTest> no_other_server_is_asked() {
    String service = "<http://127.0.0.1:" + canary.getAddress().getPort() + "/sparql>";
    return Stream.of(
            "SELECT * { SERVICE " + service + " { ?s ?p ?x } }",
            "SELECT * { SERVICE SILENT " + service + " { ?s ?p ?x } }",
            "SELECT * { ?s ?p ?o OPTIONAL { SERVICE " + service + " { ?a ?b ?x } } } LIMIT 1",
            "SELECT * { VALUES ?service { " + service + " } SERVICE ?service { ?s ?p ?x } }",
            "SELECT * { VALUES ?service { " + service + " } SERVICE SILENT ?service { ?s ?p ?x } }",
            "SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE " + service + " { ?a ?b ?x } } } LIMIT 1",
            "SELECT * { ?s ?p ?o FILTER NOT EXISTS { SERVICE SILENT "
                + service
                + " { ?a ?b ?x } } } LIMIT 1",
            "SELECT * { { SELECT * { SERVICE " + service + " { ?s ?p ?x } } } }",
            "ASK { SERVICE " + service + " { ?s ?p ?x } }",
            "CONSTRUCT { <urn:x:s> <urn:x:p> ?x } WHERE { SERVICE " + service + " { ?s ?p ?x } }",
            "DESCRIBE ?x WHERE { SERVICE " + service + " { ?s ?p ?x } }")
        .map(
            query ->
                DynamicTest.dynamicTest(
                    query.replace(service, "<canary>"),
                    () -> {
                      HITS.set(0);
                      HttpResponse<String> refused = ours.sparql(query);
                      assertThat(HITS).hasValue(0);
                      assertThat(refused.body()).doesNotContain("caught");
                      assertThat(refused.statusCode()).isEqualTo(400);
                      assertThat(Asking.problem(refused).getString("detail")).contains("SERVICE");

                      theirs.sparql(query);
                      assertThat(HITS).hasPositiveValue();
                    }));
  }

  /**
   * The mark can be made once only in a virtual machine, so all attacks on our server come before
   * the one on the other.
   */
  @Test
  void no_class_is_initialised() {
    String wire = "<java:" + Tripwire.class.getName() + ">";
    List<String> attacks =
        List.of(
            "SELECT * { ?s ?p ?o FILTER(" + wire + "(?o)) } LIMIT 1",
            "SELECT (" + wire + "(1) AS ?x) {}",
            "SELECT * { ?s ?p ?o } ORDER BY " + wire + "(?o) LIMIT 1",
            "SELECT (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY (" + wire + "(?o) AS ?k)",
            "SELECT (SUM(" + wire + "(?o)) AS ?n) { ?s ?p ?o }",
            "SELECT (COUNT(*) AS ?n) { ?s ?p ?o } HAVING (" + wire + "(1))",
            "SELECT * { BIND(" + wire + "(1) AS ?x) }",
            "SELECT * { BIND(IF(false, " + wire + "(1), 2) AS ?x) }",
            "SELECT * FROM <urn:x:g> WHERE { BIND(" + wire + "(1) AS ?x) }",
            "SELECT * { ?s " + wire + " ?o }",
            "SELECT * { ?s " + wire + "* ?o }",
            "SELECT * { ?s " + wire + "+ ?o }",
            "SELECT * { ?s " + wire + "? ?o }",
            "SELECT * { ?s !" + wire + " ?o } LIMIT 1",
            "SELECT * { ?s " + wire + "/" + wire + " ?o }",
            "SELECT * { ?s ^" + wire + " ?o }",
            "SELECT * { ?s ?p ?o FILTER EXISTS { ?s " + wire + " ?x } }",
            "SELECT * { GRAPH ?g { ?s " + wire + " ?o } }",
            "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o . ?s " + wire + " ?x }",
            "ASK { ?s " + wire + "* ?o }");

    for (String attack : attacks) {
      assertThat(ours.sparql(attack).statusCode()).as(attack).isLessThan(500);
      assertThat(System.getProperty(Tripwire.MARK)).as(attack).isNull();
    }
    theirs.sparql("SELECT (" + wire + "(1) AS ?x) {}");
    assertThat(System.getProperty(Tripwire.MARK)).isEqualTo("initialised");
  }

  @TestFactory
  Stream<DynamicTest> functions_of_jena_are_not_available() {
    String functions = "http://jena.apache.org/ARQ/function#";
    return Stream.of(
            "<" + functions + "now>()",
            "<" + functions + "sprintf>('%d', 1)",
            "<" + functions + "version>()",
            "<" + functions + "sqrt>(4)",
            "<http://jena.hpl.hp.com/ARQ/function#localname>(<urn:x:s>)",
            "<http://www.w3.org/2005/xpath-functions#format-number>(1, '0')")
        .map(
            call ->
                DynamicTest.dynamicTest(
                    call,
                    () -> {
                      String query = "SELECT (" + call + " AS ?value) {}";
                      assertThat(isBound(ours, query)).isFalse();
                      assertThat(isBound(theirs, query)).isTrue();
                    }));
  }

  @Test
  void property_functions_of_jena_are_not_available() {
    String query =
        "SELECT ?value { ?value <http://jena.apache.org/ARQ/property#splitIRI> ('urn:x:' 's') }";
    String strings =
        "SELECT ?value { ?value <http://jena.apache.org/ARQ/property#strSplit> ('a b' ' ') }";

    assertThat(rows(ours, query)).isZero();
    assertThat(rows(ours, strings)).isZero();
    assertThat(rows(theirs, strings)).isEqualTo(2);
  }

  @TestFactory
  Stream<DynamicTest> functions_of_xpath_and_casts_work() {
    String fn = "http://www.w3.org/2005/xpath-functions#";
    String math = "http://www.w3.org/2001/XMLSchema#";
    return Stream.of(
            List.of("<" + fn + "upper-case>('a')", "A"),
            List.of("<" + fn + "string-length>('abc')", "3"),
            List.of("<" + math + "integer>('7')", "7"),
            List.of("<" + math + "string>(7)", "7"),
            List.of("<" + math + "boolean>('true')", "true"),
            List.of("STRLEN(REPLACE('abc', 'b', 'xx'))", "4"))
        .map(
            call ->
                DynamicTest.dynamicTest(
                    call.get(0),
                    () ->
                        assertThat(ours.value("SELECT (" + call.get(0) + " AS ?value) {}"))
                            .isEqualTo(call.get(1))));
  }

  @Test
  void no_file_is_read() throws IOException {
    Path file = folder.resolve("secret.ttl");
    Files.writeString(file, "<urn:x:secret> <urn:x:p> <urn:x:o> .");
    String uri = "<" + file.toUri() + ">";

    for (String query :
        List.of(
            "SELECT * FROM " + uri + " WHERE { ?s ?p ?o }",
            "SELECT * FROM NAMED " + uri + " WHERE { GRAPH ?g { ?s ?p ?o } }",
            "SELECT * { GRAPH " + uri + " { ?s ?p ?o } }",
            "SELECT * { SERVICE SILENT " + uri + " { ?s ?p ?o } }")) {
      assertThat(ours.sparql(query).body()).as(query).doesNotContain("secret>", "urn:x:secret");
    }
    HttpResponse<String> response =
        ours.get(
            "/sparql?default-graph-uri="
                + Asking.encode(file.toUri().toString())
                + "&query="
                + Asking.encode("SELECT * { ?s ?p ?o }"));
    assertThat(response.body()).doesNotContain("urn:x:secret");
    assertThat(rows(ours, "SELECT * FROM " + uri + " WHERE { ?s ?p ?o }")).isZero();
  }

  private static boolean isBound(Asking asking, String query) {
    HttpResponse<String> response =
        asking.sparql(query, "Accept", "application/sparql-results+json");
    return response.statusCode() == 200 && response.body().contains("\"value\": { \"type\"")
        || response.body().contains("\"value\": {\n");
  }

  private static int rows(Asking asking, String query) {
    return asking.select(query).getObj("results").get("bindings").getAsArray().size();
  }
}
