package org.mesagraph.query;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.jena.atlas.io.IndentedLineBuffer;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.graph.Node;
import org.mesagraph.base.Prefixes;

/**
 * Answers as lines of JSON, one object for each row with the cells that it has in {@link
 * AnswerJson}; one object for a truth value.
 */
public final class AnswerLines {

  private AnswerLines() {}

  /** The lines, each with its end. */
  public static byte[] of(Answer answer, Prefixes prefixes) {
    StringBuilder text = new StringBuilder();
    if (answer.ask().isPresent()) {
      JsonObject truth = new JsonObject();
      truth.put("boolean", answer.ask().get());
      text.append(line(truth));
    } else {
      Tables.refuseGraph(answer);
    }
    for (Map<String, Node> row : answer.rows()) {
      text.append(line(AnswerJson.row(answer.columns(), row, prefixes)));
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String line(JsonValue value) {
    IndentedLineBuffer out = new IndentedLineBuffer();
    out.setFlatMode(true);
    value.output(out);
    return out.asString().strip() + "\n";
  }
}
