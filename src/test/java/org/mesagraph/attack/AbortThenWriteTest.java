package org.mesagraph.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mesagraph.query.SavedQueries;
import org.mesagraph.server.Asking;
import org.mesagraph.server.Current;
import org.mesagraph.server.Served;
import org.mesagraph.server.Server;
import org.mesagraph.server.Setup;
import org.mesagraph.server.Writing;
import org.mesagraph.write.AuditLog;
import org.mesagraph.write.Live;
import org.mesagraph.write.SmallStore;

/**
 * GH-3877: in TDB2 up to 6.0, what is written after an aborted write leaves a hole of zeros where
 * the texts of the aborted one would have been, and after a restart queries silently lack values.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AbortThenWriteTest {

  private static final int TRIPLES = 60_000;
  private static final String SUM = "SELECT (SUM(STRLEN(STR(?o))) AS ?sum) { ?s ?p ?o }";
  private static final String TOKEN = "Bearer 0123456789abcdef0123456789abcdef";

  /** Writes texts that are not there yet. */
  private static final String INSERT =
      "INSERT { ?s <urn:ex:q> ?longer } WHERE { SELECT DISTINCT ?s ?longer"
          + " { ?s ?p ?o BIND(CONCAT(STR(?o), ' and more') AS ?longer) } LIMIT 100 }";

  @TempDir private Path folder;

  /** Many triples, and then a mistake. */
  private static String broken() {
    StringBuilder turtle = new StringBuilder(10 << 20);
    for (int number = 0; number < TRIPLES; number++) {
      turtle
          .append("<urn:ex:s")
          .append(number)
          .append("> <urn:ex:p> \"a text that is not in the store yet, number ")
          .append(number)
          .append("\" .\n");
    }
    return turtle.append("<urn:ex:s> <urn:ex:p> ;;; .\n").toString();
  }

  private static List<HttpResponse<String>> sequence(Asking server) {
    return List.of(
        server.send(
            "POST",
            "/data?default",
            broken(),
            "Content-Type",
            "text/turtle",
            "Authorization",
            TOKEN),
        server.send(
            "POST",
            "/update",
            INSERT,
            "Content-Type",
            "application/sparql-update",
            "Authorization",
            TOKEN));
  }

  /** The sum, if there is one. */
  private static Stream<String> sum(Asking server) {
    HttpResponse<String> response = server.sparql(SUM, "Accept", "application/sparql-results+json");
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    JsonArray rows = JSON.parse(response.body()).getObj("results").get("bindings").getAsArray();
    return rows.stream()
        .map(row -> row.getAsObject())
        .filter(row -> row.hasKey("sum"))
        .map(row -> row.getObj("sum").getString("value"));
  }

  @Test
  void a_stock_server_loses_values() {
    Stock stock = Stock.ofHeap(512).onDisk(folder.resolve("stock"));
    try (Target first = stock.start()) {
      List<HttpResponse<String>> done = sequence(new Asking(first.port()));
      assertThat(done).extracting(HttpResponse::statusCode).containsExactly(400, 204);
      assertThat(sum(new Asking(first.port()))).hasSize(1);
    }
    try (Target second = stock.start()) {
      assertThat(sum(new Asking(second.port()))).as("the sum after a restart").isEmpty();
    }
  }

  @Test
  void ours_refuses_and_loses_nothing() throws IOException {
    SmallStore store = SmallStore.in(folder.resolve("ours"));
    String expected;
    try (Opened first = Opened.of(store)) {
      String before = sum(first.asking()).findFirst().orElseThrow();
      HttpResponse<String> refused = sequence(first.asking()).get(0);
      assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
      assertThat(refused.body()).contains("\"line\" : " + (TRIPLES + 1));
      expected = sum(first.asking()).findFirst().orElseThrow();
      assertThat(Integer.parseInt(expected)).isGreaterThan(Integer.parseInt(before));
      assertThat(log(store)).contains("change 1 ").doesNotContain("change 2 ", "not in the store");
    }
    try (Opened second = Opened.of(store)) {
      assertThat(second.live().how()).isEqualTo("1 changes, dataset as it should be");
      assertThat(sum(second.asking())).containsExactly(expected);
    }
    assertThat(longestHole(store.live())).isLessThan(256);
  }

  private static String log(SmallStore store) throws IOException {
    return Files.readString(store.live().resolve("changes.log"));
  }

  /** The longest run of zeros within the texts of a dataset. */
  private static int longestHole(Path live) throws IOException {
    try (Stream<Path> files = Files.walk(live)) {
      byte[] bytes =
          Files.readAllBytes(
              files.filter(file -> file.endsWith("nodes-data.obj")).findFirst().orElseThrow());
      int longest = 0;
      int run = 0;
      for (byte each : bytes) {
        run = each == 0 ? run + 1 : 0;
        longest = Math.max(longest, run);
      }
      return longest;
    }
  }

  /** Our server over a store, on any free port. */
  private record Opened(Live live, Server server) implements AutoCloseable {

    static Opened of(SmallStore store) {
      Live live = store.open();
      Writing writing =
          new Writing(
              live.desk(), SmallStore.token(), new AuditLog(store.live(), Clock.systemUTC()));
      SavedQueries queries = SavedQueries.read(store.root(), live.snapshot().base().prefixes());
      Served served = Served.of(live.desk().version(), live.snapshot(), queries);
      return new Opened(live, Server.start(Current.of(served), Setup.local().with(writing)));
    }

    Asking asking() {
      return new Asking(server.port());
    }

    @Override
    public void close() {
      server.stop();
      live.close();
    }
  }
}
