package org.mesagraph.query;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonNumber;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonString;
import org.apache.jena.atlas.json.JsonValue;

/**
 * Saved queries as paths of OpenAPI 3.1: parameters with their types, bounds and examples, and the
 * columns as the schema of the JSON answer.
 *
 * @param formats media types of answers by the name of their format
 * @see <a href="https://spec.openapis.org/oas/v3.1.0">OpenAPI 3.1.0</a>
 */
public record OpenApiPaths(Map<String, String> formats) {

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final Map<String, String> REFUSALS =
      Map.of(
          "304", "NotModified",
          "400", "BadRequest",
          "406", "NotAcceptable",
          "413", "TooLarge",
          "422", "NotOfTheClass",
          "429", "TooMany",
          "503", "Unavailable");

  /** The path of each query with what it answers. */
  public JsonObject of(SavedQueries queries) {
    JsonObject paths = new JsonObject();
    queries.all().forEach(query -> paths.put("/q/" + query.name(), path(query)));
    return paths;
  }

  private JsonObject path(SavedQuery query) {
    JsonObject get = operation(query, "");
    JsonArray parameters = new JsonArray();
    for (Parameter parameter : query.header().params()) {
      parameters.add(parameter(parameter));
    }
    if (query.query().isSelectType()) {
      parameters.add(reference("parameters", "Page"));
      parameters.add(limit(query));
    }
    parameters.add(format());
    get.put("parameters", parameters);
    get.put("responses", responses(query));
    JsonObject post = operation(query, "ByPost");
    post.put("requestBody", form(query));
    post.put("responses", responses(query));
    JsonObject path = new JsonObject();
    path.put("get", get);
    path.put("post", post);
    return path;
  }

  private static JsonObject operation(SavedQuery query, String suffix) {
    JsonObject operation = new JsonObject();
    operation.put("operationId", camel(query.name()) + suffix);
    operation.put("tags", JsonTypes.array(List.of("saved queries")));
    operation.put("summary", query.header().summary());
    if (!query.header().description().isBlank()) {
      operation.put("description", query.header().description().strip());
    }
    operation.put("x-mesagraph-topic", query.topic());
    operation.put("x-mesagraph-stability", query.header().contract().stability());
    if (!query.header().chart().isEmpty()) {
      operation.put("x-mesagraph-chart", plain(query.header().chart()));
    }
    return operation;
  }

  /** A name such as sources-of-claim as programs write it: sourcesOfClaim. */
  static String camel(String name) {
    StringBuilder camel = new StringBuilder();
    for (String word : name.split("-")) {
      camel.append(
          camel.isEmpty()
              ? word
              : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
    }
    return camel.toString();
  }

  private static JsonObject parameter(Parameter parameter) {
    JsonObject json = new JsonObject();
    json.put("name", parameter.name());
    json.put("in", "query");
    json.put("description", parameter.label());
    json.put("required", parameter.required());
    json.put("schema", schema(parameter));
    parameter
        .example()
        .ifPresent(
            example -> {
              JsonValue value = JsonTypes.value(example, parameter.type());
              json.put("example", parameter.multi() ? list(value) : value);
            });
    return json;
  }

  private static JsonObject schema(Parameter parameter) {
    JsonObject one = JsonTypes.ofParameter(parameter);
    JsonObject schema = one;
    if (parameter.multi()) {
      schema = JsonTypes.type("array");
      schema.put("items", one);
    }
    if (!parameter.defaults().isEmpty()) {
      JsonArray defaults = JsonTypes.values(parameter.defaults(), parameter.type());
      schema.put("default", parameter.multi() ? defaults : defaults.get(0));
    }
    return schema;
  }

  private static JsonArray list(JsonValue value) {
    JsonArray list = new JsonArray();
    list.add(value);
    return list;
  }

  private static JsonObject limit(SavedQuery query) {
    JsonObject schema = JsonTypes.type("integer");
    schema.put("minimum", 1);
    schema.put("maximum", JsonNumber.value(query.header().limits().maxRows()));
    JsonObject limit = new JsonObject();
    limit.put("name", "limit");
    limit.put("in", "query");
    limit.put(
        "description",
        "Rows of a page; of a page without a limit "
            + query.header().pagination().map(String::valueOf).orElse("100")
            + ".");
    limit.put("schema", schema);
    return limit;
  }

  private JsonObject format() {
    JsonObject schema = JsonTypes.type("string");
    schema.put("enum", JsonTypes.array(List.copyOf(formats.keySet())));
    JsonObject format = new JsonObject();
    format.put("name", "format");
    format.put("in", "query");
    format.put(
        "description",
        "Chooses the format instead of the Accept header; so does a suffix of the path, as in .csv.");
    format.put("schema", schema);
    return format;
  }

  private static JsonObject form(SavedQuery query) {
    JsonObject properties = new JsonObject();
    JsonArray required = new JsonArray();
    for (Parameter parameter : query.header().params()) {
      properties.put(parameter.name(), schema(parameter));
      if (parameter.required()) {
        required.add(parameter.name());
      }
    }
    JsonObject schema = JsonTypes.type("object");
    schema.put("properties", properties);
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    JsonObject media = new JsonObject();
    media.put("schema", schema);
    JsonObject content = new JsonObject();
    content.put(FORM, media);
    JsonObject body = new JsonObject();
    body.put("content", content);
    return body;
  }

  private JsonObject responses(SavedQuery query) {
    JsonObject content = new JsonObject();
    formats.forEach(
        (name, type) -> {
          JsonObject media = new JsonObject();
          media.put("schema", name.equals("json") ? answer(query) : body(type));
          content.put(type, media);
        });
    JsonObject success = new JsonObject();
    success.put("description", "The answer.");
    success.put("content", content);
    JsonObject responses = new JsonObject();
    responses.put("200", success);
    REFUSALS.keySet().stream()
        .sorted()
        .forEach(status -> responses.put(status, reference("responses", REFUSALS.get(status))));
    return responses;
  }

  private static JsonObject body(String type) {
    return JsonTypes.type(type.endsWith("json") ? "object" : "string");
  }

  private static JsonObject answer(SavedQuery query) {
    JsonObject schema = new JsonObject();
    AnswerSchema.of(query)
        .forEach(
            (key, value) -> {
              if (!key.equals("$schema")) { // that of the whole document holds
                schema.put(key, value);
              }
            });
    return schema;
  }

  private static JsonObject reference(String kind, String name) {
    JsonObject reference = new JsonObject();
    reference.put("$ref", "#/components/" + kind + "/" + name);
    return reference;
  }

  /** What a header writes, as JSON. */
  private static JsonValue plain(Object value) {
    if (value instanceof Map<?, ?> map) {
      JsonObject json = new JsonObject();
      map.forEach((key, inner) -> json.put(String.valueOf(key), plain(inner)));
      return json;
    }
    if (value instanceof List<?> values) {
      JsonArray array = new JsonArray();
      values.forEach(inner -> array.add(plain(inner)));
      return array;
    }
    return new JsonString(String.valueOf(value));
  }
}
