package org.mesagraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mesagraph.store.QuickFolder;

/** Readers and writers at the same time. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WritingCrowdTest {

  private static final int READERS = 3;
  private static final int CHANGES = 25;
  private static final String STUDY = "<https://w3id.org/mesagraph/study/";
  private static final String MG = "<https://w3id.org/mesagraph/ontology/";

  @TempDir(factory = QuickFolder.class)
  private static Path folder;

  private static WrittenServer server;

  @BeforeAll
  static void start() throws IOException {
    server = WrittenServer.in(folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** How many things support something, and how many are concluded to have evidence. */
  private static String counts() {
    String support = "{ SELECT (COUNT(*) AS ?n) { ?s " + MG + "supports> ?o } }";
    String evidence = "{ SELECT (COUNT(*) AS ?m) { ?s " + MG + "hasEvidenceFor> ?o } }";
    return server
        .asking()
        .sparql("SELECT ?n ?m { " + support + " " + evidence + " }", "Accept", "text/csv")
        .body();
  }

  @Test
  void readers_see_what_is_stated_with_what_follows() throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    ExecutorService readers = Executors.newFixedThreadPool(READERS);
    List<Future<Integer>> reads = new ArrayList<>();
    for (int reader = 0; reader < READERS; reader++) {
      reads.add(readers.submit(reading(over)));
    }
    try {
      for (int number = 0; number < CHANGES; number++) {
        String support = STUDY + "r" + number + "> " + MG + "supports> " + STUDY + "t> .";
        HttpResponse<String> response =
            server.update("INSERT DATA { GRAPH <https://example.org/r> { " + support + " } }");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
      }
    } finally {
      over.set(true);
    }
    for (Future<Integer> read : reads) {
      assertThat(read.get()).isPositive();
    }
    readers.shutdown();
  }

  private static Callable<Integer> reading(AtomicBoolean over) {
    return () -> {
      int reads = 0;
      while (!over.get()) {
        String[] row = counts().split("\\R")[1].split(",");
        assertThat(row[0]).isEqualTo(row[1]);
        reads++;
      }
      return reads;
    };
  }

  @Test
  void a_slow_writer_holds_up_nobody() throws Exception {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int number = 0; number < 10; number++) {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.server().port());
        OutputStream out = socket.getOutputStream();
        out.write(
            ("PUT /data?graph=urn:ex:slow HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
                    + WrittenServer.TOKEN
                    + "\r\nContent-Type: text/turtle\r\nContent-Length: 1000000\r\n\r\n<urn:ex:a")
                .getBytes(StandardCharsets.US_ASCII));
        out.flush();
        slow.add(socket);
      }
      HttpResponse<String> response =
          server.update(
              "INSERT DATA { GRAPH <https://example.org/q> { <urn:ex:a> <urn:ex:b> 1 } }");
      assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
      assertThat(counts()).contains(",");
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  @Test
  void an_update_that_asks_too_much_is_stopped_within_its_budget() {
    String log = server.log();
    long begin = System.nanoTime();
    HttpResponse<String> response =
        server.update(
            "INSERT { ?s0 <urn:ex:p> 1 } WHERE { "
                + IntStream.range(0, 30)
                    .mapToObj(i -> "?s" + i + " ?p" + i + " ?o" + i + " . ")
                    .collect(Collectors.joining())
                + "FILTER(?s0 = ?o29 && ?s0 != ?o29) }");
    Duration took = Duration.ofNanos(System.nanoTime() - begin);

    assertThat(response.statusCode()).as(response.body()).isEqualTo(503);
    assertThat(took).isLessThan(Duration.ofSeconds(10));
    assertThat(server.log()).isEqualTo(log);
    assertThat(
            server
                .update("INSERT DATA { GRAPH <https://example.org/q> { <urn:ex:a> <urn:ex:b> 2 } }")
                .statusCode())
        .isEqualTo(200);
  }
}
