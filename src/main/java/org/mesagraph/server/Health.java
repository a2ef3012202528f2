package org.mesagraph.server;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.jena.atlas.json.JsonObject;
import org.mesagraph.http.Inquiry;
import org.mesagraph.http.Lane;
import org.mesagraph.http.Refusal;
import org.mesagraph.http.Reply;
import org.mesagraph.http.Route;

/**
 * {@code GET /health}: whether the server is ready for requests, and what it holds; the same at
 * {@code /health/ready}, and at {@code /health/live} only that the process answers.
 *
 * @param program version of the program
 * @param stopping whether it takes no new requests
 * @param trouble why what is served is not the newest, if so
 * @param writer whether writing goes on, if it is switched on
 */
record Health(
    String program,
    BooleanSupplier stopping,
    Supplier<Optional<String>> trouble,
    Supplier<Optional<Boolean>> writer) {

  static final String PATH = "/health";

  private static final int UNAVAILABLE = 503;

  Route<Served> route() {
    return Route.<Served>of("health", PATH + "/*", this::answer).with().on(Lane.FREE);
  }

  private Reply answer(Served served, Inquiry inquiry) {
    return switch (inquiry.path()) {
      case "live" -> live();
      case "", "ready" -> ready(served);
      default ->
          throw Refusal.of(404, "ask " + PATH + ", " + PATH + "/live or " + PATH + "/ready")
              .asException();
    };
  }

  private static Reply live() {
    JsonObject json = new JsonObject();
    json.put("status", "live");
    return Reply.json(json);
  }

  private Reply ready(Served served) {
    boolean ready = !stopping.getAsBoolean();
    JsonObject json = new JsonObject();
    json.put("status", ready ? "ready" : "stopping");
    json.put("program", program);
    json.put("version", served.version());
    json.put("asserted", served.snapshot().base().triples().size());
    json.put("inferred", served.snapshot().inferred().size());
    json.put("queries", served.queries().all().size());
    writer.get().ifPresent(works -> json.put("writer", works ? "ready" : "stopped"));
    trouble.get().ifPresent(why -> json.put("reloadFailed", why));
    return ready ? Reply.json(json) : Reply.json(json).withStatus(UNAVAILABLE);
  }
}
