package org.mesagraph.server;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.mesagraph.http.Inquiry;
import org.mesagraph.http.Lane;
import org.mesagraph.http.Refusal;
import org.mesagraph.http.Route;

/** {@code POST /update}: SPARQL 1.1 Protocol, section 2.2. */
final class UpdateResource {

  private static final String TYPE = "application/sparql-update";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String UPDATE = "update";
  private static final String USING = "using-graph-uri";
  private static final String NAMED = "using-named-graph-uri";

  private UpdateResource() {}

  static Route<Served> route(Writing writing) {
    return Route.<Served>of(
            UPDATE,
            "/update",
            (served, inquiry) ->
                Writing.reply(
                    writing.make(
                        inquiry,
                        () ->
                            writing
                                .desk()
                                .updates()
                                .read(
                                    text(inquiry),
                                    graphs(inquiry, USING),
                                    graphs(inquiry, NAMED)))))
        .asked("POST")
        .with(UPDATE, USING, NAMED)
        .on(Lane.WRITES)
        .admitting(writing::admit);
  }

  private static byte[] text(Inquiry inquiry) {
    ContentType type = ContentType.of(inquiry);
    return switch (type.name()) {
      case TYPE -> {
        type.checkCharset();
        if (inquiry.parameters().containsKey(UPDATE)) {
          throw Refusal.of(400, "the update is in the body, and in a parameter too").asException();
        }
        yield inquiry.body();
      }
      case FORM -> inquiry.required(UPDATE, "POST update=…").getBytes(StandardCharsets.UTF_8);
      default -> throw type.unsupported(List.of(TYPE, FORM));
    };
  }

  private static List<Node> graphs(Inquiry inquiry, String parameter) {
    return inquiry.parameters().getOrDefault(parameter, List.of()).stream()
        .map(NodeFactory::createURI)
        .toList();
  }
}
