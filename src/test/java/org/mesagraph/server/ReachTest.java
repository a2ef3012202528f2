package org.mesagraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What a query may call, and that it reads no file; what it may not reach is in the attacks. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReachTest {

  private static Server server;
  private static Asking ours;

  @TempDir private Path folder;

  @BeforeAll
  static void start() {
    server = Asking.start();
    ours = new Asking(server.port());
  }

  @AfterAll
  static void stop() {
    server.stop();
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
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(Asking.problem(response).getString("detail")).contains("none is fetched");
  }
}
