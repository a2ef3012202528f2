package org.mesagraph.attack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Clients who ask for as much as they can, again as soon as they are answered, while innocent
 * visitors ask something small.
 *
 * @param hogs how many there are
 * @param addresses from how many addresses of this machine they come
 * @param query that takes all the time it is given
 * @param visitors how many visitors come, one after another
 * @param patience how long a visitor waits
 */
record Hogs(int hogs, int addresses, String query, int visitors, Duration patience) {

  private static final Duration SOON = Duration.ofSeconds(3);
  private static final int STARTING_MILLIS = 1_000;
  private static final int BETWEEN_MILLIS = 100;
  private static final double ENOUGH = 0.99;

  /** An attack that succeeds if one visitor in a hundred is not answered in time. */
  Attack attack(String id, String title, Records records) {
    return Attack.of(id, title, (target, canary, most) -> harm(target, title, records));
  }

  private Optional<String> harm(Target target, String title, Records records) throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    Map<Integer, Integer> answers = new TreeMap<>();
    List<Thread> threads = new ArrayList<>();
    for (int hog = 0; hog < hogs; hog++) {
      int number = hog;
      Thread thread = new Thread(() -> eat(target, number, over, answers), "hog " + hog);
      thread.setDaemon(true);
      thread.start();
      threads.add(thread);
    }
    Duration wait = target.name().equals("stock") ? SOON : patience;
    List<Duration> in = new ArrayList<>();
    int asked = 0;
    try {
      Thread.sleep(STARTING_MILLIS);
      while (asked < visitors) {
        asked++;
        Heard heard = RawWire.send(target, target.visit(), wait);
        if (heard.status() == 200) {
          in.add(heard.time());
        } else if (in.isEmpty()) {
          break; // nobody gets in: that is enough to know
        }
        Thread.sleep(BETWEEN_MILLIS);
      }
    } finally {
      over.set(true);
      for (Thread thread : threads) {
        thread.join(wait.toMillis());
      }
      records.add(target + ": " + title + ", visitors meanwhile", in);
      synchronized (answers) {
        records.note("  the hogs were answered with " + answers);
      }
    }
    return in.size() >= ENOUGH * asked
        ? Optional.empty()
        : Optional.of((asked - in.size()) + " of " + asked + " visitors were turned away");
  }

  private void eat(Target target, int hog, AtomicBoolean over, Map<Integer, Integer> answers) {
    String request =
        "GET /sparql?query="
            + Sent.encode(query)
            + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n";
    while (!over.get()) {
      int status = 0;
      try (Socket socket = new Socket()) {
        bind(socket, hog);
        socket.connect(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), target.port()), 5_000);
        socket.setSoTimeout(200);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        status = RawWire.status(socket, over);
      } catch (IOException e) {
        // closed by the server: try again
      }
      if (status != 0) {
        synchronized (answers) {
          answers.merge(status, 1, Integer::sum);
        }
      }
    }
  }

  private void bind(Socket socket, int hog) throws IOException {
    try {
      byte[] address = {127, 0, 0, (byte) (2 + hog % addresses)};
      socket.bind(new InetSocketAddress(InetAddress.getByAddress(address), 0));
    } catch (SocketException e) {
      socket.bind(null); // some systems have but one address of their own
    }
  }
}
