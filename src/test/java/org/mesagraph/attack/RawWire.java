package org.mesagraph.attack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends bytes as they are, which no well-behaved client would, and reads what comes back. */
final class RawWire {

  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3})");
  private static final int QUIET_MILLIS = 300;

  private RawWire() {}

  /** Opens a connection; a refused one is an error of the test. */
  static Socket open(Target target, int receiveBuffer) throws IOException {
    Socket socket = new Socket();
    if (receiveBuffer > 0) {
      socket.setReceiveBufferSize(receiveBuffer);
    }
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target.port()), 5_000);
    return socket;
  }

  /** Sends a text and reads until the other side closes or is quiet for a while. */
  static Heard send(Target target, String text, Duration most) throws IOException {
    long begin = System.nanoTime();
    ByteArrayOutputStream heard = new ByteArrayOutputStream();
    String trouble = "";
    try (Socket socket = open(target, 0)) {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      trouble = read(socket, heard, begin + most.toNanos());
    } catch (IOException e) {
      trouble = String.valueOf(e.getMessage());
    }
    Matcher status = STATUS.matcher(heard.toString(StandardCharsets.ISO_8859_1));
    return new Heard(
        status.find() ? Integer.parseInt(status.group(1)) : 0,
        HttpHeaders.of(Map.of(), (name, value) -> true),
        heard.toByteArray(),
        trouble,
        Duration.ofNanos(System.nanoTime() - begin));
  }

  private static String read(Socket socket, ByteArrayOutputStream heard, long end)
      throws IOException {
    InputStream in = socket.getInputStream();
    byte[] buffer = new byte[8_192];
    while (System.nanoTime() < end) {
      long left = (end - System.nanoTime()) / 1_000_000;
      socket.setSoTimeout(
          (int) Math.max(1, heard.size() > 0 ? Math.min(QUIET_MILLIS, left) : left));
      try {
        int read = in.read(buffer);
        if (read < 0) {
          return heard.size() > 0 ? "" : "closed";
        }
        heard.write(buffer, 0, read);
      } catch (SocketTimeoutException e) {
        return heard.size() > 0 ? "" : "none within the time";
      }
    }
    return "";
  }

  /** The status of an answer, whose body is read to its end; 0 if it is over before. */
  static int status(Socket socket, AtomicBoolean over) throws IOException {
    ByteArrayOutputStream start = new ByteArrayOutputStream();
    byte[] buffer = new byte[8_192];
    while (!over.get()) {
      try {
        int read = socket.getInputStream().read(buffer);
        if (read < 0) {
          Matcher status = STATUS.matcher(start.toString(StandardCharsets.ISO_8859_1));
          return status.find() ? Integer.parseInt(status.group(1)) : 0;
        }
        if (start.size() < buffer.length) {
          start.write(buffer, 0, read);
        }
      } catch (SocketTimeoutException e) {
        continue; // look whether it is over
      }
    }
    return 0;
  }

  /** How many answers are in what came back. */
  static int answers(Heard heard) {
    return (int) STATUS.matcher(heard.body()).results().count();
  }
}
