package org.mesagraph.http;

/** Is told of every request after it was answered; must return at once. */
@FunctionalInterface
public interface Observer {
  void answered(Exchange exchange);
}
