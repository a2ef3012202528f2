package org.mesagraph.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * How the world sees the server, which a request cannot change: no link is made of what it claims.
 *
 * @param base path before all others, such as {@code /mesagraph}; empty at the root
 * @param origin scheme and authority for absolute links, such as {@code https://example.org}; those
 *     of the connection if it is not given
 * @param proxies whose word is taken about who asks
 */
public record Front(String base, Optional<String> origin, Proxies proxies) {

  /** At the root, with nothing before it. */
  public static Front plain() {
    return new Front("", Optional.empty(), Proxies.none());
  }

  /** Scheme and authority for absolute links; the address is that which the connection came to. */
  String origin(HttpServletRequest request) {
    String address = request.getLocalAddr();
    String host = address.contains(":") && !address.startsWith("[") ? "[" + address + "]" : address;
    return origin.orElseGet(() -> "http://" + host + ":" + request.getLocalPort());
  }
}
