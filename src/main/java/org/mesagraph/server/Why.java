package org.mesagraph.server;

import org.apache.jena.graph.Triple;
import org.mesagraph.explain.Explanation;
import org.mesagraph.explain.ExplanationService;
import org.mesagraph.http.Formats;
import org.mesagraph.http.Inquiry;
import org.mesagraph.http.Reply;
import org.mesagraph.http.Route;

/** {@code GET /why?s=&p=&o=}: every minimal proof of a triple, or what is missing for one. */
final class Why {

  private static final int MOST = 1_000;
  private static final String EXAMPLE = "/why?s=…&p=…&o=…";
  static final Formats FORMATS =
      Formats.of(
          "json",
          Reply.JSON,
          "text",
          Reply.TEXT,
          "md",
          "text/markdown",
          "ttl",
          "text/turtle",
          "dot",
          "text/vnd.graphviz");

  private Why() {}

  static Route<Served> route() {
    return Route.<Served>of("why", "/why", Why::answer)
        .with("s", "p", "o", "limit", "steps")
        .in(FORMATS)
        .kept(Served::version);
  }

  private static Reply answer(Served served, Inquiry inquiry) {
    ExplanationService explanations = served.explanations();
    Triple triple =
        explanations.triple(
            inquiry.required("s", EXAMPLE),
            inquiry.required("p", EXAMPLE),
            inquiry.required("o", EXAMPLE));
    Explanation explanation =
        explanations.explain(
            triple,
            inquiry.number("limit", 1, MOST, ExplanationService.USUAL_LIMIT),
            inquiry.isSet("steps"));
    return switch (inquiry.chosen()) {
      case "text" -> Reply.text(explanations.asText(explanation));
      case "md" -> Reply.of(FORMATS.type("md"), explanations.asMarkdown(explanation));
      case "ttl" -> Reply.of(FORMATS.type("ttl"), explanations.asTurtle(explanation));
      case "dot" -> Reply.of(FORMATS.type("dot"), explanations.asDot(explanation));
      default -> Reply.json(explanations.asJson(explanation));
    };
  }
}
