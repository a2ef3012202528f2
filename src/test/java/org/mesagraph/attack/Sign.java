package org.mesagraph.attack;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * By what the success of an attack is recognised.
 *
 * @param name how it is called in reports
 */
record Sign(String name, Predicate<Traces> seen) {

  /** A connection to another server was made. */
  static final Sign CANARY = new Sign("another server asked", traces -> traces.hits() > 0);

  /** A class was initialised. */
  static final Sign CLASS = new Sign("class initialised", Traces::initialised);

  /** The dataset has another size than before. */
  static final Sign CHANGED =
      new Sign("data changed", traces -> !traces.before().equals(traces.after()));

  /** No answer came within the time. */
  static final Sign HELD =
      new Sign(
          "thread held",
          traces -> traces.heard().status() == 0 && traces.heard().trouble().startsWith("none"));

  /** The server failed: a 5xx other than "too busy", a connection that broke, a dead process. */
  static final Sign FAILED =
      new Sign(
          "server failed",
          traces ->
              !traces.target().isAlive()
                  || traces.heard().status() == 0
                  || traces.heard().status() >= 500 && traces.heard().status() != 503);

  /** The memory of the server was used up. */
  static final Sign MEMORY =
      new Sign(
          "out of memory",
          traces ->
              !traces.target().isAlive()
                  || traces.heard().body().contains("OutOfMemory")
                  || traces.heard().body().contains("heap space")
                  || traces.target().printed().contains("OutOfMemoryError"));

  /** The file that nobody may read was read, or the canary's data were. */
  static final Sign KNOWN =
      new Sign(
          "secret told",
          traces ->
              traces.heard().body().contains("urn:x:secret")
                  || traces.heard().body().contains("caught"));

  /** An answer with this status. */
  static Sign status(int status) {
    return new Sign("status " + status, traces -> traces.heard().status() == status);
  }

  /** An answer other than a refusal whose body has this text. */
  static Sign body(String text) {
    return new Sign("answer has " + text, traces -> traces.heard().body().contains(text));
  }

  /** An answer with at least so many lines. */
  static Sign lines(int least) {
    return new Sign(
        "at least " + least + " lines", traces -> traces.heard().body().lines().count() >= least);
  }

  /** An answer without a header that keeps a browser from guessing or running. */
  static Sign lacks(String header) {
    return new Sign(
        "no " + header,
        traces -> traces.heard().status() == 200 && traces.heard().header(header).isEmpty());
  }

  /** More answers than one. */
  static final Sign TWICE =
      new Sign("two answers to one request", traces -> RawWire.answers(traces.heard()) > 1);

  /** An answer with a header that has this text. */
  static Sign header(String header, String text) {
    return new Sign(header + ": " + text, traces -> traces.heard().header(header).contains(text));
  }

  /** Either of two. */
  Sign or(Sign other) {
    return new Sign(name + " or " + other.name, seen.or(other.seen));
  }

  /** Both of two. */
  Sign and(Sign other) {
    return new Sign(name + " and " + other.name, seen.and(other.seen));
  }

  /** A sign by its name in a file: canary, class, body: text, status: 200, memory or held. */
  static Sign parse(String text) {
    int or = text.indexOf(" or ");
    if (or > 0) {
      return parse(text.substring(0, or)).or(parse(text.substring(or + 4)));
    }
    int colon = text.indexOf(": ");
    String kind = colon < 0 ? text : text.substring(0, colon);
    String rest = colon < 0 ? "" : text.substring(colon + 2);
    return switch (kind.toLowerCase(Locale.ROOT)) {
      case "canary" -> CANARY;
      case "class" -> CLASS;
      case "changed" -> CHANGED;
      case "held" -> HELD;
      case "failed" -> FAILED;
      case "memory" -> MEMORY;
      case "known" -> KNOWN;
      case "status" -> status(Integer.parseInt(rest));
      case "twice" -> TWICE;
      case "lines" -> lines(Integer.parseInt(rest));
      case "lacks" -> lacks(rest);
      case "body" -> body(rest);
      case "header" -> header(rest.split(" ", 2)[0], rest.split(" ", 2)[1]);
      default -> throw new IllegalArgumentException("unknown sign " + text);
    };
  }

  Optional<String> of(Traces traces) {
    return seen.test(traces) ? Optional.of(name + ": " + traces.heard()) : Optional.empty();
  }
}
