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
import java.util.Optional;

/**
 * Many connections at once that send a little now and then and read nothing, while an innocent
 * visitor asks from another address.
 *
 * @param people how many connections, at most 300
 * @param opening what each sends first
 * @param crumb what each sends twice a second; nothing if empty
 * @param addresses from how many addresses of this machine they come
 */
record Crowd(int people, String opening, String crumb, int addresses) {

  private static final int MOST = 300;
  private static final int RECEIVE_BUFFER = 4_096;
  private static final int VISITORS = 10;
  private static final Duration SOON = Duration.ofSeconds(3);
  private static final Duration LATE = Duration.ofSeconds(10);
  private static final long BETWEEN_MILLIS = 100;
  private static final long BETWEEN_CRUMBS_MILLIS = 500;

  Crowd {
    if (people > MOST) {
      throw new IllegalArgumentException("a crowd is no larger than " + MOST);
    }
  }

  /** An attack that succeeds if a visitor is not answered within its time. */
  Attack attack(String id, String title, Records records) {
    return Attack.of(id, title, (target, canary, most) -> harm(target, title, records));
  }

  private Optional<String> harm(Target target, String title, Records records) throws IOException {
    List<Socket> sockets = new ArrayList<>();
    List<Duration> answers = new ArrayList<>();
    try {
      for (int person = 0; person < people; person++) {
        sockets.add(come(target, person));
      }
      Thread.sleep(BETWEEN_CRUMBS_MILLIS); // let them all have their effect
      long crumbs = System.nanoTime();
      for (int visitor = 0; visitor < VISITORS; visitor++) {
        if (System.nanoTime() > crumbs) {
          sockets.forEach(this::sendCrumb);
          crumbs = System.nanoTime() + BETWEEN_CRUMBS_MILLIS * 1_000_000;
        }
        // ours is given more time, since the machine may have other things to do
        Duration wait = target.name().equals("stock") ? SOON : LATE;
        Heard heard = RawWire.send(target, target.visit(), wait);
        if (heard.status() != 200) {
          return Optional.of("visitor " + visitor + " is turned away: " + heard);
        }
        answers.add(heard.time());
        Thread.sleep(BETWEEN_MILLIS);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted", e);
    } finally {
      for (Socket socket : sockets) {
        socket.close();
      }
      records.add(target + ": " + title + ", visitors meanwhile", answers);
    }
    return Optional.empty();
  }

  private Socket come(Target target, int person) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(RECEIVE_BUFFER);
    try {
      byte[] address = {127, 0, 0, (byte) (2 + person % addresses)};
      socket.bind(new InetSocketAddress(InetAddress.getByAddress(address), 0));
    } catch (SocketException e) {
      socket.bind(null); // some systems have but one address of their own
    }
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target.port()), 5_000);
    write(socket, opening);
    return socket;
  }

  private void sendCrumb(Socket socket) {
    if (!crumb.isEmpty()) {
      write(socket, crumb);
    }
  }

  /** A server may close the connections of a crowd: that is its right. */
  private static void write(Socket socket, String text) {
    try {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      // closed by the server
    }
  }
}
