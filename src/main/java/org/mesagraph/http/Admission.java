package org.mesagraph.http;

import java.util.Optional;
import java.util.function.Function;

/**
 * Decides by the fields of a request whether it is heard, so that nobody has to read the body of
 * one that is not.
 */
@FunctionalInterface
public interface Admission {

  /** Everybody is heard. */
  Admission OF_ALL = (method, client, header) -> {};

  /**
   * Lets a request pass.
   *
   * @param header the value of a field of the request by its name
   * @throws RefusalException if it does not
   */
  void check(String method, String client, Function<String, Optional<String>> header);
}
