package org.mesagraph.query;

import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;

/**
 * What the JSON answer of a query looks like, as JSON Schema 2020-12: the columns of its header as
 * the cells of a row.
 */
public final class AnswerSchema {

  private AnswerSchema() {}

  /** The schema with the address that it is published at. */
  public static JsonObject of(SavedQuery query, Publication publication) {
    JsonObject schema = new JsonObject();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("$id", publication.address(query) + "/schema.json");
    of(query)
        .forEach(
            (key, value) -> {
              if (!key.equals("$schema")) {
                schema.put(key, value);
              }
            });
    return schema;
  }

  /** The schema without an address of its own. */
  public static JsonObject of(SavedQuery query) {
    boolean table = query.query().isSelectType();
    JsonObject schema =
        JSON.parse(Resource.text(table ? "answer-schema.json" : "truth-schema.json"));
    schema.put("title", query.header().summary());
    if (table) {
      JsonObject properties = new JsonObject();
      JsonArray required = new JsonArray();
      for (Column column : query.header().columns()) {
        properties.put(column.name(), JsonTypes.ofCell(column));
        if (!column.optional()) {
          required.add(column.name());
        }
      }
      JsonObject row = JsonTypes.type("object");
      row.put("properties", properties);
      row.put("required", required);
      row.put("additionalProperties", false);
      schema.getObj("properties").getObj("rows").put("items", row);
    }
    return schema;
  }
}
