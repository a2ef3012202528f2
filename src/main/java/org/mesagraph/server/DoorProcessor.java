package org.mesagraph.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.jena.fuseki.servlets.ActionProcessor;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.mesagraph.http.Door;
import org.mesagraph.http.Route;

/** Hands the requests of an endpoint of Fuseki to the door. */
record DoorProcessor(Door<Served> door, Route<Served> route) implements ActionProcessor {

  @Override
  public void process(HttpAction action) {
    try {
      door.handle(route, action.getRequest(), action.getResponse());
    } catch (IOException e) {
      throw new UncheckedIOException(e); // whoever asked is gone
    }
  }
}
