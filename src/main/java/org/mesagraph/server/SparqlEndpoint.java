package org.mesagraph.server;

import java.util.Set;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModule;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Endpoint;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.sparql.core.DatasetGraphZero;
import org.mesagraph.http.Door;
import org.mesagraph.http.Route;

/**
 * The dataset {@code /sparql} of Fuseki, whose one unnamed endpoint answers queries. The dataset
 * that is registered is empty: the door takes each request to the state of its moment, and nothing
 * else of Fuseki can reach the data.
 */
record SparqlEndpoint(Door<Served> door, Route<Served> route) implements FusekiModule {

  @Override
  public String name() {
    return "sparql";
  }

  @Override
  public void prepare(FusekiServer.Builder builder, Set<String> datasets, Model config) {
    Endpoint endpoint =
        Endpoint.create()
            .operation(Operation.Query)
            .processor(new DoorProcessor(door, route))
            .build();
    builder.add(
        route.path(), DataService.newBuilder(DatasetGraphZero.create()).addEndpoint(endpoint));
  }
}
