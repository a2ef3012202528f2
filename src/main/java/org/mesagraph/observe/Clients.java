package org.mesagraph.observe;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;

/** How much of a client's address a log may hold. */
public enum Clients {
  /** Nothing. */
  NONE,
  /** The network: the first 24 bits, or 48 of an IPv6 address, so that nobody is singled out. */
  NETWORK,
  /** The whole address. */
  FULL;

  private static final int V4 = 4;
  private static final int V6_KEPT = 6;

  /** What is shown of an address. */
  Optional<String> shown(String address) {
    return switch (this) {
      case NONE -> Optional.empty();
      case NETWORK -> network(address);
      case FULL -> Optional.of(address);
    };
  }

  private static Optional<String> network(String address) {
    if (!address.matches("[0-9A-Fa-f:.\\[\\]]+")) {
      return Optional.empty(); // a name would be asked for on the network
    }
    try {
      byte[] bytes = InetAddress.getByName(address).getAddress();
      int kept = bytes.length == V4 ? V4 - 1 : V6_KEPT;
      Arrays.fill(bytes, kept, bytes.length, (byte) 0);
      String first = InetAddress.getByAddress(bytes).getHostAddress();
      return Optional.of(first + "/" + kept * Byte.SIZE);
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }
}
