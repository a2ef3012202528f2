package org.mesagraph.query;

import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;

/** The list of saved queries as JSON, the same from the command line and over HTTP. */
public final class Catalogue {

  private Catalogue() {}

  /**
   * An object with {@code queries}, each with its name, topic, summary, parameters and path on a
   * server.
   *
   * @param base path before all others
   */
  public static JsonObject of(SavedQueries queries, String base) {
    JsonArray list = new JsonArray();
    for (SavedQuery query : queries.all()) {
      JsonArray parameters = new JsonArray();
      query.header().params().forEach(parameter -> parameters.add(parameter.name()));
      JsonObject json = new JsonObject();
      json.put("name", query.name());
      json.put("topic", query.topic());
      json.put("summary", query.header().summary());
      json.put("params", parameters);
      json.put("href", base + "/q/" + query.name());
      list.add(json);
    }
    JsonObject json = new JsonObject();
    json.put("queries", list);
    return json;
  }
}
