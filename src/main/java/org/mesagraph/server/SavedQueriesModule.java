package org.mesagraph.server;

import java.util.Set;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModule;
import org.apache.jena.rdf.model.Model;
import org.mesagraph.query.QueryRunner;
import org.mesagraph.query.SavedQueries;

/** {@code GET /q/} and {@code GET /q/{name}}: the catalogue of saved queries, and their answers. */
record SavedQueriesModule(SavedQueries queries, QueryRunner runner, Pages pages)
    implements FusekiModule {

  @Override
  public String name() {
    return "saved queries";
  }

  @Override
  public void prepare(FusekiServer.Builder builder, Set<String> datasets, Model config) {
    builder.addServlet("/q/*", new SavedQueriesServlet(queries, runner, pages));
  }
}
