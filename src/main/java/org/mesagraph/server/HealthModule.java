package org.mesagraph.server;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModule;
import org.apache.jena.rdf.model.Model;
import org.mesagraph.store.Snapshot;

/** {@code GET /health}: that the server answers, and what it holds. */
record HealthModule(Snapshot snapshot) implements FusekiModule {

  @Override
  public String name() {
    return "health";
  }

  @Override
  public void prepare(FusekiServer.Builder builder, Set<String> datasets, Model config) {
    builder.addServlet("/health", new HealthServlet(snapshot));
  }

  private static final class HealthServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Snapshot snapshot;

    HealthServlet(Snapshot snapshot) {
      this.snapshot = snapshot;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      JsonObject json = new JsonObject();
      json.put("status", "ready");
      json.put("asserted", snapshot.base().triples().size());
      json.put("inferred", snapshot.closure().inferred().size());
      response.setHeader("Cache-Control", "no-store");
      Responses.json(response, json);
    }
  }
}
