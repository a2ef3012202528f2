package org.mesagraph.write;

import java.util.Optional;
import org.apache.jena.atlas.json.JsonObject;
import org.mesagraph.base.Problem;
import org.mesagraph.shape.Finding;

/**
 * One thing that is wrong with a request to write.
 *
 * @param id name of the rule, shape or check that is broken
 * @param position where in the body; unknown if it is about the state that the change leads to
 * @param focus what it is about, as the project writes its name; empty if it is about the text
 * @param message what is wrong
 * @param cure what to do about it
 * @param proof of a contradiction, if it is one
 */
public record Defect(
    String id,
    Position position,
    String focus,
    String message,
    String cure,
    Optional<JsonObject> proof) {

  /** Something wrong with the text. */
  static Defect of(String id, Position position, String message, String cure) {
    return new Defect(id, position, "", message, cure, Optional.empty());
  }

  /** Something wrong with the state that the change leads to. */
  static Defect of(Finding finding, Optional<JsonObject> proof) {
    return new Defect(
        finding.code(), Position.UNKNOWN, finding.focus(), finding.what(), finding.cure(), proof);
  }

  /** Something wrong that was found where files are read, too. */
  static Defect of(Problem problem) {
    return of("write/statement", Position.UNKNOWN, problem.what(), problem.cure());
  }

  @Override
  public String toString() {
    return (position.isKnown() ? position + ": " : "") + message + ": " + cure;
  }
}
