package org.mesagraph.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Who is one client: an IPv4 address, or the 64 bits of an IPv6 address that a home is given. */
final class Clients {

  private static final Pattern IPV6 = Pattern.compile("\\[?([0-9a-fA-F.]*:[0-9a-fA-F:.]*)(%.*)?]?");
  private static final int NETWORK_BYTES = 8;

  private Clients() {}

  /** A name that all requests of one client have in common. */
  static String key(String address) {
    if (!IPV6.matcher(address).matches()) {
      return address;
    }
    try {
      String bare = IPV6.matcher(address).replaceAll("$1");
      InetAddress parsed = InetAddress.getByName(bare); // no name, so nobody is asked
      return parsed instanceof Inet6Address
          ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), NETWORK_BYTES))
          : parsed.getHostAddress();
    } catch (UnknownHostException e) {
      return address;
    }
  }
}
