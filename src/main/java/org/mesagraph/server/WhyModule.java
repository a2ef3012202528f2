package org.mesagraph.server;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModule;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Model;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.explain.Explanation;
import org.mesagraph.explain.ExplanationService;

/** {@code GET /why?s=&p=&o=}: every minimal proof of a triple, or what is missing for one. */
record WhyModule(ExplanationService explanations) implements FusekiModule {

  @Override
  public String name() {
    return "why";
  }

  @Override
  public void prepare(FusekiServer.Builder builder, Set<String> datasets, Model config) {
    builder.addServlet("/why", new WhyServlet(explanations));
  }

  private static final class WhyServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 1_000;
    private static final List<String> PARAMETERS =
        List.of("s", "p", "o", "limit", "steps", "format");
    private static final Formats FORMATS =
        Formats.of("json", Responses.JSON, "text", Responses.TEXT);

    private final transient ExplanationService explanations;

    WhyServlet(ExplanationService explanations) {
      this.explanations = explanations;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.setHeader("Vary", "Accept");
      try {
        Inquiry inquiry = Inquiry.of(request, PARAMETERS, "/why?s=…&p=…&o=…");
        Optional<String> format = FORMATS.choose(request);
        if (format.isEmpty()) {
          Errors.send(response, Refusal.of(406, "Not acceptable", FORMATS.offer()));
          return;
        }
        Triple triple =
            explanations.triple(
                inquiry.required("s"), inquiry.required("p"), inquiry.required("o"));
        Explanation explanation =
            explanations.explain(
                triple,
                inquiry.number("limit", 1, MOST, ExplanationService.USUAL_LIMIT),
                inquiry.isSet("steps"));
        if (format.get().equals("text")) {
          Responses.text(response, explanations.asText(explanation));
        } else {
          Responses.json(response, explanations.asJson(explanation));
        }
      } catch (MesagraphException e) {
        Errors.send(response, Refusal.of(e));
      }
    }
  }
}
