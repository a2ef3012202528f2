package org.mesagraph.server;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.mesagraph.http.Inquiry;
import org.mesagraph.http.Refusal;
import org.mesagraph.http.Reply;
import org.mesagraph.write.AuditLog;
import org.mesagraph.write.Edit;
import org.mesagraph.write.Receipt;
import org.mesagraph.write.RefusedException;
import org.mesagraph.write.Request;
import org.mesagraph.write.Token;
import org.mesagraph.write.WriteDesk;

/**
 * Writing over HTTP: who may, at which desk, and where it is noted.
 *
 * @param token has to be shown
 */
public record Writing(WriteDesk desk, Token token, AuditLog audit) {

  private static final String VERSION = "Dataset-Version";
  private static final String BEARER = "bearer ";

  /**
   * Lets those pass who show the token and do not come from a page of another site.
   *
   * @throws org.mesagraph.http.RefusalException otherwise
   */
  void admit(String method, String client, Function<String, Optional<String>> header) {
    Optional<Refusal> refusal = refusal(header);
    if (refusal.isPresent()) {
      JsonObject attempt = new JsonObject();
      attempt.put("client", client);
      attempt.put("method", method);
      attempt.put("status", refusal.get().status());
      audit.noteStranger(attempt);
      throw refusal.get().asException();
    }
  }

  private Optional<Refusal> refusal(Function<String, Optional<String>> header) {
    if (header.apply("Origin").filter(origin -> !isHere(origin, header)).isPresent()
        || header.apply("Sec-Fetch-Site").filter("cross-site"::equalsIgnoreCase).isPresent()) {
      return Optional.of(Refusal.of(403, "pages of other sites must not write here"));
    }
    Optional<String> shown =
        header
            .apply("Authorization")
            .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(BEARER))
            .map(value -> value.substring(BEARER.length()).strip());
    if (shown.isEmpty()) {
      return Optional.of(
          Refusal.of(401, "who writes has to show a token: Authorization: Bearer …")
              .with("WWW-Authenticate", "Bearer realm=\"mesagraph\""));
    }
    return token.is(shown.get())
        ? Optional.empty()
        : Optional.of(
            Refusal.of(401, "this is not the token")
                .with("WWW-Authenticate", "Bearer realm=\"mesagraph\", error=\"invalid_token\""));
  }

  private static boolean isHere(String origin, Function<String, Optional<String>> header) {
    try {
      return header.apply("Host").equals(Optional.ofNullable(URI.create(origin).getRawAuthority()));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Reads an edit and has it made; every attempt is noted. */
  Receipt make(Inquiry inquiry, Supplier<Edit> reading) {
    JsonObject attempt = new JsonObject();
    attempt.put("who", token.bearer());
    attempt.put("client", inquiry.client());
    attempt.put("method", inquiry.method());
    attempt.put("bytes", inquiry.body().length);
    try {
      Edit edit = reading.get();
      attempt.put("kind", edit.kind());
      Receipt receipt =
          desk.make(new Request(edit, token.bearer(), version(inquiry), onlyNew(inquiry)));
      receipt.outcome().graph().ifPresent(graph -> attempt.put("graph", graph.getURI()));
      attempt.put("change", receipt.position());
      attempt.put("added", receipt.changes().added().size());
      attempt.put("removed", receipt.changes().removed().size());
      attempt.put("status", 200);
      audit.note(attempt);
      return receipt;
    } catch (RefusedException e) {
      Refusal refusal = WriteRefusals.of(e);
      attempt.put("status", refusal.status());
      attempt.put("refused", e.reason().name().toLowerCase(Locale.ROOT));
      JsonArray broken = new JsonArray();
      e.defects().stream().map(defect -> defect.id()).distinct().forEach(broken::add);
      attempt.put("broken", broken);
      audit.note(attempt);
      throw refusal.asException();
    }
  }

  /** The one version that a write is meant for. */
  private static Optional<String> version(Inquiry inquiry) {
    return inquiry
        .header()
        .apply("If-Match")
        .map(String::strip)
        .filter(tag -> !tag.equals("*"))
        .map(tag -> tag.replaceAll("^\"|\"$", ""));
  }

  private static boolean onlyNew(Inquiry inquiry) {
    return inquiry
        .header()
        .apply("If-None-Match")
        .map(String::strip)
        .filter("*"::equals)
        .isPresent();
  }

  /** What came of a write, as JSON. */
  static Reply reply(Receipt receipt) {
    JsonObject json = new JsonObject();
    json.put("version", receipt.version());
    json.put("change", receipt.position());
    json.put("added", receipt.changes().added().size());
    json.put("removed", receipt.changes().removed().size());
    json.put("gained", receipt.changes().gained().size());
    json.put("lost", receipt.changes().lost().size());
    receipt.outcome().graph().ifPresent(graph -> json.put("graph", graph.getURI()));
    return Reply.json(json)
        .withStatus(receipt.outcome().isNew() ? 201 : 200)
        .with(VERSION, receipt.version());
  }
}
