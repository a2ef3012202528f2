package org.mesagraph.server;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModule;
import org.apache.jena.rdf.model.Model;
import org.mesagraph.http.Door;
import org.mesagraph.http.Route;
import org.mesagraph.http.RouteServlet;

/** What is there only where writing is switched on: {@code /update} and {@code /data}. */
record WritingRoutes(Door<Served> door, Optional<Writing> writing) implements FusekiModule {

  @Override
  public String name() {
    return "writing";
  }

  @Override
  public void prepare(FusekiServer.Builder builder, Set<String> datasets, Model config) {
    writing.ifPresent(
        desk -> {
          Route<Served> update = UpdateResource.route(desk);
          builder.addServlet(update.path(), new RouteServlet<>(door, update));
          Route<Served> data = DataResource.reading();
          builder.addServlet(data.path(), new ByMethod(door, data, DataResource.writing(desk)));
        });
  }

  /** Takes questions and changes at one path to routes of their own, so that neither waits. */
  private static final class ByMethod extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient Door<Served> door;
    private final transient Route<Served> reading;
    private final transient Route<Served> writing;

    ByMethod(Door<Served> door, Route<Served> reading, Route<Served> writing) {
      this.door = door;
      this.reading = reading;
      this.writing = writing;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
      door.handle(reads ? reading : writing, request, response);
    }
  }
}
