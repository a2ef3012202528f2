package org.mesagraph.server;

import java.time.Duration;
import java.util.List;
import org.apache.jena.graph.Node;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.base.MesagraphException.Kind;
import org.mesagraph.explain.Aftermath;
import org.mesagraph.explain.WhatIfService;
import org.mesagraph.http.Inquiry;
import org.mesagraph.http.Lane;
import org.mesagraph.http.Reply;
import org.mesagraph.http.Route;
import org.mesagraph.reason.Progress;

/**
 * {@code GET /whatif?without=}: what would be lost, changed or weakened if something were
 * withdrawn. Each answer is reasoned out afresh, in the lane of what may cost a lot.
 */
final class WhatIf {

  private static final int MOST = 50;
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private WhatIf() {}

  static Route<Served> route() {
    return Route.<Served>of("whatif", "/whatif", WhatIf::answer)
        .with("without", "limit", "all")
        .in(Why.FORMATS)
        .on(Lane.QUERIES)
        .kept(Served::version);
  }

  private static Reply answer(Served served, Inquiry inquiry) {
    WhatIfService service = served.whatIf();
    List<Node> things = service.things(inquiry.values("without", "/whatif?without=study:…"));
    int limit = inquiry.number("limit", 0, MOST, WhatIfService.USUAL_LIMIT);
    boolean all = inquiry.isSet("all");
    Aftermath aftermath = service.without(things, until(System.nanoTime() + LONGEST.toNanos()));
    return switch (inquiry.chosen()) {
      case "text" -> Reply.text(service.asText(aftermath, limit, all));
      case "md" -> Reply.of("text/markdown", service.asMarkdown(aftermath, limit, all));
      case "ttl" -> Reply.of("text/turtle", service.asTurtle(aftermath, limit, all));
      case "dot" -> Reply.of("text/vnd.graphviz", service.asDot(aftermath, limit, all));
      default -> Reply.json(service.asJson(aftermath, limit, all));
    };
  }

  /** Ends the work at a moment. */
  static Progress until(long deadline) {
    return (taken, known) -> {
      if (System.nanoTime() - deadline > 0) {
        throw new MesagraphException(
            Kind.LIMIT,
            "what would fall could not be told within "
                + LONGEST.toSeconds()
                + " s – withdraw less at once, or ask again later");
      }
    };
  }
}
