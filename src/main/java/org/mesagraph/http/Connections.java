package org.mesagraph.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SocketChannel;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.eclipse.jetty.io.SelectorManager;

/**
 * Closes connections of a client who has too many already, so that one machine cannot take all of
 * them. Trusted proxies, who connect for many, may have any number.
 */
final class Connections implements SelectorManager.AcceptListener {

  private final int most;
  private final Predicate<InetAddress> trusted;
  private final Map<SelectableChannel, String> open = new HashMap<>();
  private final Map<String, Integer> byClient = new HashMap<>();

  Connections(int most, Predicate<InetAddress> trusted) {
    this.most = most;
    this.trusted = trusted;
  }

  @Override
  public void onAccepting(SelectableChannel channel) {
    try {
      if (((SocketChannel) channel).getRemoteAddress() instanceof InetSocketAddress address
          && !trusted.test(address.getAddress())
          && !count(channel, Clients.key(address.getAddress().getHostAddress()))) {
        channel.close();
      }
    } catch (IOException e) {
      // it is closed already
    }
  }

  private synchronized boolean count(SelectableChannel channel, String client) {
    if (byClient.getOrDefault(client, 0) >= most) {
      return false;
    }
    open.put(channel, client);
    byClient.merge(client, 1, Integer::sum);
    return true;
  }

  @Override
  public void onAcceptFailed(SelectableChannel channel, Throwable failure) {
    onClosed(channel);
  }

  @Override
  public synchronized void onClosed(SelectableChannel channel) {
    String client = open.remove(channel);
    if (client != null) {
      byClient.merge(client, -1, (have, less) -> have + less == 0 ? null : have + less);
    }
  }
}
