package org.mesagraph.server;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModule;
import org.apache.jena.rdf.model.Model;
import org.mesagraph.base.Prefixes;
import org.mesagraph.http.Door;
import org.mesagraph.http.Route;
import org.mesagraph.http.RouteServlet;

/** Everything that is answered beside the endpoints for queries and changes, in one list. */
record Routes(Door<Served> door, List<Route<Served>> all) implements FusekiModule {

  /** What a server answers. */
  static List<Route<Served>> of(Pages pages, Current current, Health health) {
    Prefixes prefixes = current.now().prefixes();
    return Stream.of(
            List.of(
                Home.route(pages),
                Home.style(),
                SavedQueriesResource.route(pages),
                SavedQueriesResource.examples(),
                ReleaseResource.route(pages),
                Why.route(),
                WhatIf.route(),
                health.route()),
            LinkedData.routes(pages, prefixes),
            OpenApi.routes(LinkedData.kinds(prefixes)))
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public String name() {
    return "routes";
  }

  @Override
  public void prepare(FusekiServer.Builder builder, Set<String> datasets, Model config) {
    all.forEach(route -> builder.addServlet(route.path(), new RouteServlet<>(door, route)));
  }
}
