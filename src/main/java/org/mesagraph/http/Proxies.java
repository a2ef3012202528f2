package org.mesagraph.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jetty.util.InetAddressSet;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.base.MesagraphException.Kind;

/**
 * The proxies whose word is taken about who asks. A header that anybody can send counts only if the
 * connection comes from one of them.
 */
public final class Proxies {

  private static final Pattern ADDRESS = Pattern.compile("\\[?[0-9A-Fa-f:.]{2,45}]?");

  private final InetAddressSet trusted;

  private Proxies(InetAddressSet trusted) {
    this.trusted = trusted;
  }

  /** Nobody is trusted: the client is who connects. */
  public static Proxies none() {
    return new Proxies(new InetAddressSet());
  }

  /**
   * Proxies by address, or by network such as 10.0.0.0/8.
   *
   * @throws MesagraphException of kind USAGE if one is not written so
   */
  public static Proxies of(List<String> networks) {
    InetAddressSet set = new InetAddressSet();
    for (String network : networks) {
      try {
        if (!ADDRESS.matcher(network.split("/", 2)[0]).matches()) {
          throw new IllegalArgumentException(network);
        }
        set.add(network);
      } catch (IllegalArgumentException e) {
        throw new MesagraphException(
            Kind.USAGE,
            "“"
                + network
                + "” is no address of a proxy – write 127.0.0.1, ::1 or a network such as"
                + " 10.0.0.0/8",
            e);
      }
    }
    return new Proxies(set);
  }

  /**
   * The address of who asks: of who connects, or, if that is a trusted proxy, the last one in
   * X-Forwarded-For that is none.
   */
  String client(HttpServletRequest request) {
    String client = bare(String.valueOf(request.getRemoteAddr()));
    List<String> hops =
        Collections.list(request.getHeaders("X-Forwarded-For")).stream()
            .flatMap(field -> List.of(field.split(",")).stream())
            .map(hop -> bare(hop.strip()))
            .toList();
    for (int i = hops.size() - 1; i >= 0 && isTrusted(client); i--) {
      if (address(hops.get(i)).isEmpty()) {
        break; // what is no address cannot be a client
      }
      client = hops.get(i);
    }
    return client;
  }

  /** Whether who connects from there is one of them. */
  boolean trusts(InetAddress address) {
    return trusted.test(address);
  }

  private boolean isTrusted(String client) {
    return address(client).filter(trusted::test).isPresent();
  }

  /** Never asks a name server: only what is written as an address is looked at. */
  private static Optional<InetAddress> address(String text) {
    if (!ADDRESS.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(text));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  private static String bare(String address) {
    return address.startsWith("[") && address.endsWith("]")
        ? address.substring(1, address.length() - 1)
        : address;
  }
}
