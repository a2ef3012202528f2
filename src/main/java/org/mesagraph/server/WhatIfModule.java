package org.mesagraph.server;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModule;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.Model;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.base.MesagraphException.Kind;
import org.mesagraph.explain.Aftermath;
import org.mesagraph.explain.WhatIfService;

/**
 * {@code GET /whatif?without=}: what would be lost, changed or weakened if something were
 * withdrawn. Each answer is reasoned out afresh, so one is worked on at a time.
 */
record WhatIfModule(WhatIfService service) implements FusekiModule {

  @Override
  public String name() {
    return "whatif";
  }

  @Override
  public void prepare(FusekiServer.Builder builder, Set<String> datasets, Model config) {
    builder.addServlet("/whatif", new WhatIfServlet(service));
  }

  private static final class WhatIfServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 50;
    private static final int LONGEST_WAIT_SECONDS = 10;
    private static final List<String> PARAMETERS = List.of("without", "limit", "all", "format");
    private static final Formats FORMATS =
        Formats.of("json", Responses.JSON, "text", Responses.TEXT);

    private final transient WhatIfService service;
    private final transient Semaphore turn = new Semaphore(1, true);

    WhatIfServlet(WhatIfService service) {
      this.service = service;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.setHeader("Vary", "Accept");
      try {
        Inquiry inquiry = Inquiry.of(request, PARAMETERS, "/whatif?without=study:…");
        Optional<String> format = FORMATS.choose(request);
        if (format.isEmpty()) {
          Errors.send(response, Refusal.of(406, "Not acceptable", FORMATS.offer()));
          return;
        }
        List<Node> things = service.things(inquiry.values("without"));
        int limit = inquiry.number("limit", 0, MOST, WhatIfService.USUAL_LIMIT);
        boolean all = inquiry.isSet("all");
        takeTurn();
        try {
          Aftermath aftermath = service.without(things);
          if (format.get().equals("text")) {
            Responses.text(response, service.asText(aftermath, limit, all));
          } else {
            Responses.json(response, service.asJson(aftermath, limit, all));
          }
        } finally {
          turn.release();
        }
      } catch (MesagraphException e) {
        Errors.send(response, Refusal.of(e));
      }
    }

    private void takeTurn() {
      try {
        if (turn.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
          return;
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      throw new MesagraphException(
          Kind.LIMIT, "other questions of this kind are being worked on – ask again later");
    }
  }
}
