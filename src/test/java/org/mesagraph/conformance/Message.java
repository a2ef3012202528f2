package org.mesagraph.conformance;

import java.util.List;

/**
 * A request to be sent.
 *
 * @param path with its query, as it stands in the request line
 * @param headers pairs of name and value
 */
record Message(String method, String path, List<String> headers, byte[] body) {

  Message {
    headers = List.copyOf(headers);
  }

  /** The same to another path. */
  Message to(String other) {
    return new Message(method, other, headers, body);
  }
}
