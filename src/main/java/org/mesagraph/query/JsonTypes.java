package org.mesagraph.query;

import java.util.List;
import java.util.Locale;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonBoolean;
import org.apache.jena.atlas.json.JsonNumber;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonString;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.graph.Node;

/** What values of columns and parameters look like in JSON, as JSON Schema 2020-12 says it. */
final class JsonTypes {

  private JsonTypes() {}

  /** The schema of a cell in an answer. */
  static JsonObject ofCell(Column column) {
    JsonObject schema = new JsonObject();
    schema.put("title", column.label());
    if (column.type() instanceof ValueType.Iri) {
      schema.put("type", "object");
      JsonObject properties = new JsonObject();
      properties.put("id", format("iri"));
      properties.put("curie", type("string"));
      properties.put("label", type("string"));
      schema.put("properties", properties);
      schema.put("required", array(List.of("id")));
      schema.put("additionalProperties", false);
      return schema;
    }
    addType(schema, column.type());
    schema.put("x-mesagraph-type", column.type().text());
    return schema;
  }

  /** The schema of one value of a parameter. */
  static JsonObject ofParameter(Parameter parameter) {
    JsonObject schema = new JsonObject();
    if (parameter.type() instanceof ValueType.Iri) {
      // also prefixed names and the last segment of an IRI, so that no format can be asked for
      schema.put("type", "string");
    } else {
      addType(schema, parameter.type());
    }
    schema.put("x-mesagraph-type", parameter.type().text());
    parameter
        .ofClass()
        .filter(Node::isURI)
        .ifPresent(node -> schema.put("x-mesagraph-class", node.getURI()));
    boolean number = isNumber(parameter.type());
    parameter
        .min()
        .ifPresent(min -> schema.put(number ? "minimum" : "x-minimum", value(min, number)));
    parameter
        .max()
        .ifPresent(max -> schema.put(number ? "maximum" : "x-maximum", value(max, number)));
    if (!parameter.enumeration().isEmpty()) {
      schema.put("enum", values(parameter.enumeration(), parameter.type()));
    }
    return schema;
  }

  /** Texts of a header as values of a type. */
  static JsonArray values(List<String> texts, ValueType type) {
    JsonArray array = new JsonArray();
    texts.forEach(text -> array.add(value(text, type)));
    return array;
  }

  /** A text of a header as a value of a type. */
  static JsonValue value(String text, ValueType type) {
    return type.text().equals("xsd:boolean")
        ? new JsonBoolean(text.equals("true") || text.equals("1"))
        : value(text, isNumber(type));
  }

  private static JsonValue value(String text, boolean number) {
    return number ? JsonNumber.valueDecimal(text) : new JsonString(text);
  }

  private static boolean isNumber(ValueType type) {
    String text = type.text().toLowerCase(Locale.ROOT);
    return text.endsWith("integer") || text.endsWith("decimal") || text.endsWith("double");
  }

  private static void addType(JsonObject schema, ValueType type) {
    switch (type.text()) {
      case "xsd:integer" -> schema.put("type", "integer");
      case "xsd:nonNegativeInteger" -> bound(schema, 0);
      case "xsd:positiveInteger" -> bound(schema, 1);
      case "xsd:decimal" -> schema.put("type", "number");
      case "xsd:double" -> {
        // infinity and NaN are no numbers of JSON
        schema.put("type", array(List.of("number", "string")));
      }
      case "xsd:boolean" -> schema.put("type", "boolean");
      default -> schema.put("type", "string");
    }
    switch (type.text()) {
      case "xsd:anyURI" -> schema.put("format", "iri");
      case "xsd:date" -> schema.put("format", "date");
      case "xsd:dateTime" -> schema.put("format", "date-time");
      case "xsd:duration" -> schema.put("format", "duration");
      default -> {
        // the other types have no format of their own
      }
    }
  }

  private static void bound(JsonObject schema, long least) {
    schema.put("type", "integer");
    schema.put("minimum", least);
  }

  static JsonObject type(String type) {
    JsonObject schema = new JsonObject();
    schema.put("type", type);
    return schema;
  }

  private static JsonObject format(String format) {
    JsonObject schema = type("string");
    schema.put("format", format);
    return schema;
  }

  static JsonArray array(List<String> texts) {
    JsonArray array = new JsonArray();
    texts.forEach(array::add);
    return array;
  }
}
