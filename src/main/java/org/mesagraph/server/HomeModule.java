package org.mesagraph.server;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModule;
import org.apache.jena.rdf.model.Model;
import org.mesagraph.query.SavedQueries;
import org.mesagraph.store.Snapshot;

/** {@code GET /}: what can be asked here; and the style sheet of the pages. */
record HomeModule(Snapshot snapshot, SavedQueries queries, Pages pages) implements FusekiModule {

  @Override
  public String name() {
    return "home";
  }

  @Override
  public void prepare(FusekiServer.Builder builder, Set<String> datasets, Model config) {
    builder.addServlet("", new HomeServlet(this));
    builder.addServlet("/mesagraph.css", new StyleServlet());
  }

  private static final class HomeServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient HomeModule module;

    HomeServlet(HomeModule module) {
      this.module = module;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      module.pages.send(response, "home.jte", HomePage.of(module.snapshot, module.queries));
    }
  }

  private static final class StyleServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      try (InputStream style = HomeModule.class.getResourceAsStream("mesagraph.css")) {
        response.setHeader("Cache-Control", "public, max-age=300");
        Responses.write(response, "text/css;charset=utf-8", style.readAllBytes());
      }
    }
  }
}
