package org.mesagraph.server;

import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.mesagraph.http.Refusal;
import org.mesagraph.write.Defect;
import org.mesagraph.write.RefusedException;

/** What the refusals of writing are over HTTP. */
final class WriteRefusals {

  private static final int RETRY_SECONDS = 2;

  private WriteRefusals() {}

  static Refusal of(RefusedException e) {
    Refusal refusal =
        switch (e.reason()) {
          case MALFORMED -> Refusal.of(400, "Malformed", e.getMessage());
          case FORBIDDEN -> Refusal.of(403, e.getMessage());
          case NOT_FOUND -> Refusal.of(404, e.getMessage());
          case OUTDATED -> Refusal.of(412, e.getMessage());
          case TOO_LARGE -> Refusal.of(413, e.getMessage());
          case UNSUPPORTED -> Refusal.of(415, e.getMessage());
          case UNFIT -> Refusal.of(422, "Not in order", e.getMessage());
          case BUSY -> Refusal.of(503, e.getMessage()).retryAfter(RETRY_SECONDS);
          case TOO_SLOW -> Refusal.of(503, "Limit reached", e.getMessage());
          case STOPPED -> Refusal.of(503, "Writing has stopped", e.getMessage());
        };
    if (e.defects().isEmpty()) {
      return refusal;
    }
    JsonArray report = new JsonArray();
    e.defects().forEach(defect -> report.add(json(defect)));
    return refusal.member("report", report);
  }

  private static JsonObject json(Defect defect) {
    JsonObject json = new JsonObject();
    json.put("id", defect.id());
    if (defect.position().isKnown()) {
      json.put("line", defect.position().line());
      json.put("column", defect.position().column());
    }
    if (!defect.focus().isEmpty()) {
      json.put("focus", defect.focus());
    }
    json.put("message", defect.message());
    json.put("cure", defect.cure());
    defect.proof().ifPresent(proof -> json.put("proof", proof));
    return json;
  }
}
