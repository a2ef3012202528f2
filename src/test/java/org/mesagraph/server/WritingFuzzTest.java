package org.mesagraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mesagraph.store.QuickFolder;

/**
 * Small bodies in each syntax with bytes changed, left out, doubled and moved: each is taken whole
 * or refused as the sender's mistake, and what is refused changes nothing.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WritingFuzzTest {

  private static final int USUAL = 60;
  private static final int MANY = 14_300;
  private static final long SEED = Long.getLong("mesagraph.seed", 20_251_101L);
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final List<String> PIECES =
      List.of(
          "<",
          ">",
          "\"",
          "'",
          "\\",
          "{",
          "}",
          "[",
          "]",
          "(",
          ")",
          "@",
          "^^",
          "_:",
          "<<",
          ">>",
          "#",
          "\u0000",
          "é",
          "\uD83D\uDE00",
          "\n",
          ".",
          ";",
          ",",
          "a",
          "true",
          "1e9999",
          "&x;",
          "<!--",
          "<!DOCTYPE x>",
          "@base",
          "@context",
          "\"@id\":",
          "http://",
          "urn:",
          "::",
          "%zz",
          "-");

  /**
   * A body that is in order.
   *
   * @param path where it is sent to
   */
  private record Whole(String method, String path, String type, String body) {
    @Override
    public String toString() {
      return type;
    }
  }

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

  static List<Whole> bodies() {
    String graph = "/data?graph=https://example.org/fuzz";
    String turtle =
        "@prefix e: <https://example.org/> .\ne:s e:p 1, 'é'@en, \"x\\n\"^^e:t ; e:q [ e:r (1 2) ] .";
    String quads =
        "<https://example.org/s> <https://example.org/p> \"\\u00e9\"@en .\n_:b"
            + " <https://example.org/p> <https://example.org/o> .\n";
    return List.of(
        new Whole("PUT", graph, "text/turtle", turtle.replace("^^e:t", "")),
        new Whole(
            "POST",
            "/data",
            "application/trig",
            "@prefix e: <https://example.org/> .\ne:g { e:s e:p '''a\nb''', 2.5 . e:o a e:T }"),
        new Whole("PUT", graph, "application/n-triples", quads),
        new Whole("POST", "/data", "application/n-quads", quads.replace(" .", " <urn:ex:g> .")),
        new Whole(
            "PUT",
            graph,
            "application/ld+json",
            "{\"@context\": {\"e\": \"https://example.org/\", \"p\": \"e:p\"},\n \"@id\": \"e:s\","
                + " \"@type\": \"e:T\", \"p\": [1, \"é\", {\"@value\": \"x\", \"@language\": \"en\"}]}"),
        new Whole(
            "PUT",
            graph,
            "application/rdf+xml",
            "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'"
                + " xmlns:e='https://example.org/'>\n<e:T rdf:about='https://example.org/s'>"
                + "<e:p xml:lang='en'>é &amp; b</e:p><e:q rdf:parseType='Collection'>"
                + "<e:U/></e:q></e:T></rdf:RDF>"),
        new Whole(
            "POST",
            "/update",
            "application/sparql-update",
            "PREFIX e: <https://example.org/>\nDELETE WHERE { GRAPH e:fuzz { ?s ?p ?o } } ;\n"
                + "INSERT { GRAPH e:fuzz { ?s e:p 'é', 1.5 } } WHERE { ?s a ?t FILTER(?t != e:T) }"));
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void a_changed_body_is_taken_whole_or_refused(Whole whole) throws Exception {
    assertThat(send(whole, bytes(whole)).statusCode()).isBetween(200, 201);
    int count = Boolean.getBoolean("mesagraph.stress") ? MANY : USUAL;
    for (int number = 0; number < count; number++) {
      byte[] body =
          changed(bytes(whole), new Random(SEED + number * 31L + whole.type().hashCode()));
      String log = server.log();
      HttpResponse<String> response = send(whole, body);
      String said = "body " + number + " " + Arrays.toString(body) + ": " + response.body();
      assertThat(response.statusCode()).as(said).isLessThan(500);
      if (response.statusCode() >= 400) {
        JsonObject problem = JSON.parse(response.body());
        assertThat(problem.getString("detail")).as(said).isNotBlank().doesNotContain("Exception");
        assertThat(server.log()).as(said).isEqualTo(log);
      }
    }
  }

  private static byte[] bytes(Whole whole) {
    return whole.body().getBytes(StandardCharsets.UTF_8);
  }

  private static HttpResponse<String> send(Whole whole, byte[] body) throws Exception {
    URI uri = server.asking().uri(whole.path());
    return CLIENT.send(
        HttpRequest.newBuilder(uri)
            .header("Authorization", WrittenServer.TOKEN)
            .header("Content-Type", whole.type())
            .method(whole.method(), HttpRequest.BodyPublishers.ofByteArray(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** The same with one to four changes. */
  private static byte[] changed(byte[] body, Random random) {
    return IntStream.rangeClosed(0, random.nextInt(4))
        .boxed()
        .reduce(body, (now, turn) -> once(now, random), (one, other) -> other);
  }

  private static byte[] once(byte[] body, Random random) {
    int from = random.nextInt(body.length + 1);
    int to = Math.min(body.length, from + random.nextInt(8));
    byte[] piece = PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8);
    return switch (random.nextInt(6)) {
      case 0 -> joined(body, from, new byte[] {(byte) random.nextInt(256)}, to);
      case 1 -> joined(body, from, new byte[0], to);
      case 2 -> joined(body, to, Arrays.copyOfRange(body, from, to), to);
      case 3 -> Arrays.copyOf(body, Math.max(1, from));
      default -> joined(body, from, piece, random.nextBoolean() ? from : to);
    };
  }

  /** The part before a place, something else, and the part from another place on. */
  private static byte[] joined(byte[] body, int end, byte[] between, int start) {
    byte[] joined = Arrays.copyOf(body, end + between.length + body.length - start);
    System.arraycopy(between, 0, joined, end, between.length);
    System.arraycopy(body, start, joined, end + between.length, body.length - start);
    return joined;
  }
}
