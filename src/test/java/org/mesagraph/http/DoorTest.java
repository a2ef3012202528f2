package org.mesagraph.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPInputStream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.base.MesagraphException.Kind;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DoorTest {

  private static final int LARGE = 3_000_000;
  private static final Formats FORMATS =
      Formats.of("json", "application/json", "text", "text/plain", "html", "text/html");
  private static final List<Exchange> SEEN = new CopyOnWriteArrayList<>();
  private static final CountDownLatch FINISH = new CountDownLatch(1);

  private static Doors doors;

  @BeforeAll
  static void open() throws Exception {
    doors =
        Doors.open(
            Lanes.of(1),
            List.of(SEEN::add),
            List.of(
                Route.<String>of(
                        "word",
                        "/word/*",
                        (word, inquiry) ->
                            Reply.of(
                                FORMATS.type(inquiry.chosen()),
                                word + inquiry.path() + inquiry.optional("a").orElse("")))
                    .with("a")
                    .in(FORMATS)
                    .kept(word -> word),
                Route.<String>of("large", "/large", (word, i) -> Reply.text("é".repeat(LARGE / 2))),
                Route.<String>of(
                    "stream",
                    "/stream",
                    (word, i) ->
                        Reply.streamed(
                            "text/plain",
                            out -> out.write(word.repeat(1_000).getBytes(StandardCharsets.UTF_8)))),
                Route.<String>of(
                        "echo",
                        "/echo",
                        (word, inquiry) ->
                            Reply.text(inquiry.parameters() + "|" + inquiry.body().length))
                    .asked("GET", "POST"),
                Route.<String>of("write", "/write", (word, inquiry) -> Reply.empty(204))
                    .asked("POST")
                    .on(Lane.WRITES),
                Route.<String>of(
                    "bug",
                    "/bug",
                    (word, inquiry) -> {
                      throw new IllegalStateException("secret");
                    }),
                Route.<String>of(
                    "usage",
                    "/usage",
                    (word, inquiry) -> {
                      throw new MesagraphException(Kind.USAGE, "say “please” – ü");
                    }),
                Route.<String>of("slow", "/slow", (word, inquiry) -> await()).on(Lane.QUERIES)));
  }

  @AfterAll
  static void close() throws Exception {
    FINISH.countDown();
    doors.close();
  }

  @BeforeEach
  void begin() {
    doors.say("one");
  }

  @Test
  void an_answer_may_be_kept_until_the_version_changes() {
    HttpResponse<byte[]> first = doors.get("/word/x");
    String tag = header(first, "ETag");

    assertThat(tag).matches("\"[0-9a-f]{32}\"");
    assertThat(header(first, "Cache-Control")).isEqualTo("public, max-age=300");
    assertThat(header(first, "Vary")).isEqualTo("Accept, Accept-Encoding");
    HttpResponse<byte[]> again = doors.get("/word/x", "If-None-Match", "\"other\", W/" + tag);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(header(again, "ETag")).isEqualTo(tag);
    doors.say("two");
    HttpResponse<byte[]> changed = doors.get("/word/x", "If-None-Match", tag);
    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(text(changed)).isEqualTo("twox");
  }

  @Test
  void every_question_and_format_has_a_validator_of_its_own() {
    List<String> tags =
        List.of(
            header(doors.get("/word/x"), "ETag"),
            header(doors.get("/word/y"), "ETag"),
            header(doors.get("/word/x?a=1"), "ETag"),
            header(doors.get("/word/x?a=2"), "ETag"),
            header(doors.get("/word/x.text"), "ETag"),
            header(doors.get("/word/x", "Accept", "text/html"), "ETag"),
            header(doors.get("/word/x", "Accept-Encoding", "gzip"), "ETag"));

    assertThat(tags).doesNotHaveDuplicates();
  }

  @Test
  void suffix_goes_before_parameter_and_parameter_before_accept() {
    assertThat(type(doors.get("/word/x.text?format=html", "Accept", "application/json")))
        .isEqualTo("text/plain;charset=utf-8");
    assertThat(type(doors.get("/word/x?format=html", "Accept", "application/json")))
        .isEqualTo("text/html;charset=utf-8");
    assertThat(type(doors.get("/word/x", "Accept", "text/plain;q=0.2, text/html;q=0.1")))
        .isEqualTo("text/plain;charset=utf-8");
    assertThat(text(doors.get("/word/v1.2"))).isEqualTo("onev1.2");
    HttpResponse<byte[]> none = doors.get("/word/x", "Accept", "image/png");
    assertThat(none.statusCode()).isEqualTo(406);
    assertThat(problem(none).getString("detail")).contains("text/plain (format=text)");
    assertThat(none.headers().firstValue("ETag")).isEmpty();
  }

  @Test
  void head_tells_what_get_would_and_sends_nothing() {
    HttpResponse<byte[]> get = doors.get("/large");
    HttpResponse<byte[]> head = doors.send("HEAD", "/large", new byte[0]);

    assertThat(get.body()).hasSize(LARGE);
    assertThat(head.body()).isEmpty();
    assertThat(header(head, "Content-Length")).isEqualTo(String.valueOf(LARGE));
    assertThat(header(head, "Content-Type")).isEqualTo(header(get, "Content-Type"));
    assertThat(doors.send("HEAD", "/stream", new byte[0]).statusCode()).isEqualTo(200);
  }

  @Test
  void bodies_are_compressed_for_those_who_accept_it() throws IOException {
    for (String path : List.of("/large", "/stream")) {
      byte[] plain = doors.get(path, "Accept-Encoding", "gzip;q=0").body();
      HttpResponse<byte[]> zipped = doors.get(path, "Accept-Encoding", "br, gzip;q=0.5");

      assertThat(header(zipped, "Content-Encoding")).isEqualTo("gzip");
      assertThat(zipped.body().length).isLessThan(plain.length / 10);
      try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(zipped.body()))) {
        assertThat(in.readAllBytes()).isEqualTo(plain);
      }
    }
    assertThat(doors.get("/word/x", "Accept-Encoding", "gzip").headers().map())
        .doesNotContainKey("content-encoding");
  }

  @Test
  void options_and_refused_methods_tell_what_is_allowed() {
    HttpResponse<byte[]> options = doors.send("OPTIONS", "/echo", new byte[0]);
    HttpResponse<byte[]> refused = doors.send("PUT", "/echo", new byte[] {1});

    assertThat(options.statusCode()).isEqualTo(204);
    assertThat(header(options, "Allow")).isEqualTo("GET, HEAD, OPTIONS, POST");
    assertThat(header(options, "Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(refused.statusCode()).isEqualTo(405);
    assertThat(header(refused, "Allow")).isEqualTo("GET, HEAD, OPTIONS, POST");
  }

  @Test
  void other_sites_may_read_and_never_write() {
    HttpResponse<byte[]> read = doors.get("/word/x", "Origin", "https://example.org");
    HttpResponse<byte[]> ask =
        doors.send("OPTIONS", "/write", new byte[0], "Origin", "https://e.org");

    assertThat(header(read, "Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(read.headers().map()).doesNotContainKey("access-control-allow-credentials");
    assertThat(ask.headers().map().keySet()).noneMatch(name -> name.startsWith("access-control"));
  }

  @Test
  void forms_are_parameters_and_other_bodies_are_bodies() {
    byte[] form = "a=1+2&a=%C3%A9".getBytes(StandardCharsets.UTF_8);

    assertThat(text(doors.send("POST", "/echo?b=0", form, "Content-Type", FORM)))
        .isEqualTo("{b=[0], a=[1 2, é]}|0");
    assertThat(text(doors.send("POST", "/echo", new byte[9], "Content-Type", "text/plain")))
        .isEqualTo("{}|9");
    assertThat(doors.send("POST", "/echo", new byte[1_001]).statusCode()).isEqualTo(413);
    assertThat(doors.send("POST", "/write", new byte[1_001]).statusCode()).isEqualTo(204);
    assertThat(doors.send("POST", "/write", new byte[2_001]).statusCode()).isEqualTo(413);
    assertThat(doors.send("POST", "/echo", form, "Content-Encoding", "gzip").statusCode())
        .isEqualTo(415);
    byte[] wrong = "a=%C3%28".getBytes(StandardCharsets.UTF_8);
    assertThat(doors.send("POST", "/echo", wrong, "Content-Type", FORM).statusCode())
        .isEqualTo(400);
    assertThat(doors.get("/word/x?b=1").statusCode()).isEqualTo(400);
  }

  private static final String FORM = "application/x-www-form-urlencoded";

  @Test
  void failures_are_problem_details_or_pages_and_keep_their_secrets() throws Exception {
    HttpResponse<byte[]> bug = doors.get("/bug");
    HttpResponse<byte[]> usage = doors.get("/usage");
    HttpResponse<byte[]> page = doors.get("/usage", "Accept", "text/html");

    assertThat(bug.statusCode()).isEqualTo(500);
    assertThat(text(bug)).doesNotContain("secret");
    assertThat(seen("/bug", 1).get(0).failure())
        .get()
        .extracting(Throwable::getMessage)
        .isEqualTo("secret");
    assertThat(problem(bug).getString("request")).isEqualTo(seen("/bug", 1).get(0).id());
    assertThat(problem(usage).hasKey("request")).as("their own fault needs no log").isFalse();
    assertThat(usage.statusCode()).isEqualTo(400);
    assertThat(problem(usage).getString("detail")).isEqualTo("say “please” – ü");
    assertThat(text(page)).isEqualTo("page: say “please” – ü");
    assertThat(header(bug, "Cache-Control")).isEqualTo("no-store");
    assertThat(header(bug, "X-Content-Type-Options")).isEqualTo("nosniff");
  }

  @Test
  void a_greedy_client_is_refused_and_the_other_lanes_stay_open() throws Exception {
    List<Thread> hogs =
        List.of(new Thread(() -> doors.get("/slow")), new Thread(() -> doors.get("/slow")));
    hogs.forEach(Thread::start);
    while (BUSY.getCount() > 0) {
      Thread.sleep(10);
    }
    HttpResponse<byte[]> full = doors.get("/slow");
    HttpResponse<byte[]> open = doors.get("/word/x");
    FINISH.countDown();
    for (Thread hog : hogs) {
      hog.join();
    }

    assertThat(full.statusCode()).isEqualTo(429);
    assertThat(header(full, "Retry-After")).isEqualTo("2");
    assertThat(open.statusCode()).isEqualTo(200);
    assertThat(doors.get("/slow").statusCode()).isEqualTo(200);
  }

  private static final CountDownLatch BUSY = new CountDownLatch(2);

  private static Reply await() {
    try {
      BUSY.countDown();
      FINISH.await();
      return Reply.text("done");
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void a_slow_reader_holds_no_permit() throws IOException {
    try (Socket first = ask("/large");
        Socket second = ask("/large");
        Socket third = ask("/large");
        Socket fourth = ask("/large");
        Socket fifth = ask("/large")) {
      assertThat(List.of(first, second, third, fourth, fifth)).allMatch(Socket::isConnected);
      assertThat(doors.get("/word/x").statusCode()).isEqualTo(200);
    }
  }

  private static Socket ask(String path) throws IOException {
    Socket socket = new Socket("127.0.0.1", doors.port());
    socket
        .getOutputStream()
        .write(("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n").getBytes(StandardCharsets.UTF_8));
    return socket;
  }

  @Test
  void observers_are_told_of_every_request() throws InterruptedException {
    doors.get("/word/seen");
    doors.get("/word/seen", "Accept", "image/png");
    doors.send("DELETE", "/word/seen", new byte[0]);

    List<Exchange> seen = seen("/word/seen", 3);
    assertThat(seen).extracting(Exchange::status).containsExactlyInAnyOrder(200, 406, 405);
    assertThat(seen).extracting(Exchange::route).containsOnly("word");
    assertThat(seen).extracting(Exchange::bytes).contains(7L);
  }

  /** Observers are told after the answer is on its way. */
  private static List<Exchange> seen(String path, int count) throws InterruptedException {
    List<Exchange> seen = List.of();
    for (int i = 0; i < 500 && seen.size() < count; i++) {
      Thread.sleep(10);
      seen = SEEN.stream().filter(exchange -> exchange.path().equals(path)).toList();
    }
    return seen;
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }

  private static String type(HttpResponse<?> response) {
    return header(response, "Content-Type");
  }

  private static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  private static JsonObject problem(HttpResponse<byte[]> response) {
    assertThat(type(response)).isEqualTo(Refusal.TYPE);
    return JSON.parse(text(response));
  }
}
