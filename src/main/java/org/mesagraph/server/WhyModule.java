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
import org.mesagraph.base.MesagraphException.Kind;
import org.mesagraph.base.Suggestion;
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
        checkNames(request);
        Optional<String> format = FORMATS.choose(request);
        if (format.isEmpty()) {
          Errors.send(response, Refusal.of(406, "Not acceptable", FORMATS.offer()));
          return;
        }
        Triple triple =
            explanations.triple(
                required(request, "s"), required(request, "p"), required(request, "o"));
        Explanation explanation = explanations.explain(triple, limit(request), steps(request));
        if (format.get().equals("text")) {
          Responses.text(response, explanations.asText(explanation));
        } else {
          Responses.json(response, explanations.asJson(explanation));
        }
      } catch (MesagraphException e) {
        Errors.send(response, Refusal.of(e));
      }
    }

    private static void checkNames(HttpServletRequest request) {
      for (String name : request.getParameterMap().keySet()) {
        if (!PARAMETERS.contains(name)) {
          throw new MesagraphException(
              Kind.USAGE, "no parameter “" + name + "”" + Suggestion.phrase(name, PARAMETERS));
        }
      }
    }

    private static String required(HttpServletRequest request, String name) {
      String value = request.getParameter(name);
      if (value == null || value.isBlank()) {
        throw new MesagraphException(
            Kind.USAGE, "parameter “" + name + "” is missing: ask /why?s=…&p=…&o=…");
      }
      return value;
    }

    private static boolean steps(HttpServletRequest request) {
      String text = request.getParameter("steps");
      if (text == null || text.equals("false") || text.equals("true")) {
        return "true".equals(text);
      }
      throw new MesagraphException(Kind.USAGE, "steps must be true or false");
    }

    private static int limit(HttpServletRequest request) {
      String text = request.getParameter("limit");
      if (text == null) {
        return ExplanationService.USUAL_LIMIT;
      }
      if (text.matches("[0-9]{1,4}")
          && Integer.parseInt(text) >= 1
          && Integer.parseInt(text) <= MOST) {
        return Integer.parseInt(text);
      }
      throw new MesagraphException(Kind.USAGE, "limit must be a number from 1 to " + MOST);
    }
  }
}
