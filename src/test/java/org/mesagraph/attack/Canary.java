package org.mesagraph.attack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A listener on this machine that counts who connects to it, whether or not anything is asked. By
 * path: {@code /results} answers a SELECT, {@code /data} Turtle, {@code /context} a JSON-LD
 * context, {@code /redirect/PATH} sends on to another path, {@code /elsewhere?URI} to any URI, and
 * {@code /drip} sends a byte now and then for ever.
 */
final class Canary implements AutoCloseable {

  private static final String RESULTS =
      "{\"head\":{\"vars\":[\"x\"]},\"results\":{\"bindings\":[{\"x\":{\"type\":\"literal\","
          + "\"value\":\"caught\"}}]}}";
  private static final String DATA = "<urn:x:caught> <urn:x:by> \"the canary\" .";
  private static final String CONTEXT = "{\"@context\":{\"name\":\"urn:x:caught\"}}";

  private final ServerSocket socket;
  private final AtomicInteger hits = new AtomicInteger();
  private final ConcurrentHashMap.KeySetView<Socket, Boolean> open = ConcurrentHashMap.newKeySet();

  private Canary(ServerSocket socket) {
    this.socket = socket;
  }

  static Canary start() {
    try {
      Canary canary = new Canary(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
      canary.daemon(canary::listen);
      return canary;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it is, without a slash at the end. */
  String base() {
    return "http://127.0.0.1:" + socket.getLocalPort();
  }

  /** How many connections there were. */
  int hits() {
    return hits.get();
  }

  private void listen() {
    while (!socket.isClosed()) {
      try {
        Socket caller = socket.accept();
        hits.incrementAndGet();
        open.add(caller);
        daemon(() -> answer(caller));
      } catch (IOException e) {
        return; // it is closed
      }
    }
  }

  private void answer(Socket caller) {
    try (caller) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(caller.getInputStream(), StandardCharsets.ISO_8859_1));
      String request = in.readLine();
      String line = request;
      while (line != null && !line.isEmpty()) {
        line = in.readLine();
      }
      if (request != null) {
        answer(request.split(" ")[1], caller.getOutputStream());
      }
    } catch (IOException e) {
      // the caller has gone, and was counted
    } finally {
      open.remove(caller);
    }
  }

  private void answer(String path, OutputStream out) throws IOException {
    if (path.startsWith("/redirect")) {
      send(out, "302 Found\r\nLocation: " + path.substring("/redirect".length()), "");
    } else if (path.startsWith("/elsewhere?")) {
      send(out, "302 Found\r\nLocation: " + path.substring("/elsewhere?".length()), "");
    } else if (path.startsWith("/drip")) {
      drip(out);
    } else if (path.startsWith("/data")) {
      send(out, "200 OK\r\nContent-Type: text/turtle", DATA);
    } else if (path.startsWith("/context")) {
      send(out, "200 OK\r\nContent-Type: application/ld+json", CONTEXT);
    } else {
      send(out, "200 OK\r\nContent-Type: application/sparql-results+json", RESULTS);
    }
  }

  private static void send(OutputStream out, String head, String body) throws IOException {
    String answer =
        "HTTP/1.1 "
            + head
            + "\r\nContent-Length: "
            + body.length()
            + "\r\nConnection: close\r\n\r\n"
            + body;
    out.write(answer.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  private void drip(OutputStream out) throws IOException {
    String head =
        "HTTP/1.1 200 OK\r\nContent-Type: application/sparql-results+json\r\n"
            + "Connection: close\r\n\r\n{";
    out.write(head.getBytes(StandardCharsets.ISO_8859_1));
    while (!socket.isClosed()) {
      out.write(' ');
      out.flush();
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void daemon(Runnable work) {
    Thread thread = new Thread(work, "canary");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try {
      socket.close();
      for (Socket caller : open) {
        caller.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
