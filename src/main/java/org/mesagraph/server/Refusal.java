package org.mesagraph.server;

import java.util.List;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.eclipse.jetty.http.HttpStatus;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.query.ArgumentProblem;
import org.mesagraph.query.Arguments;

/**
 * Why a request gets no answer, as problem details.
 *
 * @param problems the parameters at fault, if that is the reason
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
public record Refusal(int status, String title, String detail, List<ArgumentProblem> problems) {

  static final String TYPE = "application/problem+json";

  static final String UNKNOWN = "the server could not answer; see its log";

  public Refusal {
    problems = List.copyOf(problems);
  }

  static Refusal of(int status, String detail) {
    return of(status, HttpStatus.getMessage(status), detail);
  }

  static Refusal of(int status, String title, String detail) {
    return new Refusal(status, title, detail, List.of());
  }

  static Refusal of(Arguments.Refused refused) {
    String detail =
        String.join("\n", refused.problems().stream().map(ArgumentProblem::message).toList());
    return new Refusal(refused.status(), "Parameters refused", detail, refused.problems());
  }

  static Refusal of(MesagraphException e) {
    return switch (e.kind()) {
      case USAGE -> of(400, "Bad request", e.getMessage());
      case LIMIT -> of(503, "Limit reached", e.getMessage());
      default -> of(500, "Internal error", UNKNOWN);
    };
  }

  JsonObject json() {
    JsonObject json = new JsonObject();
    json.put("type", "about:blank");
    json.put("title", title);
    json.put("status", status);
    json.put("detail", detail);
    if (!problems.isEmpty()) {
      JsonArray errors = new JsonArray();
      for (ArgumentProblem problem : problems) {
        JsonObject error = new JsonObject();
        error.put("param", problem.parameter());
        error.put("detail", problem.detail());
        problem.didYouMean().ifPresent(name -> error.put("didYouMean", name));
        errors.add(error);
      }
      json.put("errors", errors);
    }
    return json;
  }
}
