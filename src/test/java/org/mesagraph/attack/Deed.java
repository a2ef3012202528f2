package org.mesagraph.attack;

import java.time.Duration;
import java.util.Optional;

/** What an attack does to a server. */
@FunctionalInterface
interface Deed {

  /** Does it, for no longer than a time, and tells the harm that was done, if any. */
  Optional<String> harm(Target target, Canary canary, Duration most) throws Exception;

  /** One request and the sign of its success. */
  static Deed of(Sent sent, Sign sign) {
    return (target, canary, most) -> {
      String wire = target.wires().next();
      String file = target.wires().secret().toUri().toString();
      int hits = canary.hits();
      String before = sign == Sign.CHANGED ? size(target) : "";
      Heard heard = Wire.send(target, sent.filled(canary.base(), wire, file), most);
      String after = sign == Sign.CHANGED ? size(target) : "";
      boolean tripped = target.wires().isTripped(wire);
      return sign.of(new Traces(target, heard, canary.hits() - hits, tripped, before, after, most));
    };
  }

  /** A text that is sent as it is and the sign of its success. */
  static Deed raw(String text, Sign sign) {
    return (target, canary, most) -> {
      String before = sign == Sign.CHANGED ? size(target) : "";
      Heard heard = RawWire.send(target, text, most);
      if (heard.trouble().startsWith("none")) {
        throw new IllegalStateException("no answer: the text is no whole request: " + text);
      }
      String after = sign == Sign.CHANGED ? size(target) : "";
      return sign.of(new Traces(target, heard, 0, false, before, after, most));
    };
  }

  private static String size(Target target) {
    Heard heard = Wire.send(target, Sizes.ASKED, Duration.ofSeconds(20));
    if (heard.status() != 200) {
      throw new IllegalStateException("no size: " + heard);
    }
    return heard.body().strip();
  }
}
