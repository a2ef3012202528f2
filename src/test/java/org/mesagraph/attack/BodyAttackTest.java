package org.mesagraph.attack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Bodies that are longer than they look, or have no end. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BodyAttackTest {

  private static final int MEGABYTE = 1024 * 1024;
  private static final int ENOUGH = 16 * MEGABYTE;
  private static final int TOO_MUCH = 2 * MEGABYTE;
  private static final String HEAD = " HTTP/1.1\r\nHost: 127.0.0.1\r\n";

  private static Campaign campaign;

  @BeforeAll
  static void start() {
    campaign =
        Campaign.start(
            "body",
            () -> Stock.ofHeap(256).start(),
            () -> new Ours(384, Duration.ofSeconds(5)).start());
  }

  @AfterAll
  static void stop() {
    campaign.close();
  }

  @TestFactory
  Stream<DynamicTest> bodies() {
    String line = "<urn:x:s> <urn:x:p> <urn:x:o> .\n";
    return campaign.tests(
        List.of(
            endless("an endless query", "POST /sparql", "application/sparql-query"),
            endless("an endless update", "POST /update", "application/sparql-update"),
            endless("an endless graph", "PUT /data?default", "text/turtle"),
            zipped("a query of 30 MB in 30 kB", "POST", "/sparql", "application/sparql-query", " "),
            zipped("a graph of 30 MB in 60 kB", "PUT", "/data?default", "text/turtle", line)));
  }

  /** Succeeds if too much is taken in, as fast as the server can, without a refusal. */
  private static Attack endless(String title, String where, String type) {
    String head = where + HEAD + "Content-Type: " + type + "\r\nTransfer-Encoding: chunked\r\n\r\n";
    String chunk = "10000\r\n" + " ".repeat(65_536) + "\r\n";
    byte[] bytes = chunk.getBytes(StandardCharsets.ISO_8859_1);
    return Attack.of(
        "D5",
        title,
        (target, canary, most) -> {
          long end = System.nanoTime() + most.toNanos();
          long taken = 0;
          try (Socket socket = RawWire.open(target, 0)) {
            socket.setSoTimeout(1);
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.ISO_8859_1));
            while (taken < ENOUGH && System.nanoTime() < end && !hasAnswered(socket)) {
              out.write(bytes);
              taken += bytes.length;
            }
          } catch (IOException e) {
            // the server has closed the connection
          }
          return taken >= TOO_MUCH ? Optional.of(taken + " bytes taken in") : Optional.empty();
        });
  }

  private static boolean hasAnswered(Socket socket) throws IOException {
    try {
      socket.getInputStream().read();
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    }
  }

  /** Succeeds if what is in the body is read. */
  private static Attack zipped(
      String title, String method, String path, String type, String filling) {
    byte[] body = zip(filling);
    return Attack.of(
        "D19",
        title,
        (target, canary, most) -> {
          HttpRequest request =
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + target.port() + path))
                  .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                  .headers("Content-Type", type, "Content-Encoding", "gzip")
                  .build();
          Heard heard = Wire.send(target, request, most);
          boolean refused = heard.status() >= 400 && heard.status() < 500 && heard.status() != 400;
          return refused ? Optional.empty() : Optional.of("it was unpacked: " + heard);
        });
  }

  private static byte[] zip(String filling) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] piece = filling.repeat(MEGABYTE / filling.length()).getBytes(StandardCharsets.UTF_8);
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      for (int megabyte = 0; megabyte < 30; megabyte++) {
        zip.write(piece);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }
}
