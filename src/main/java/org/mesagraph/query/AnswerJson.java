package org.mesagraph.query;

import java.io.OutputStream;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonBoolean;
import org.apache.jena.atlas.json.JsonNumber;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonString;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.NodeValue;
import org.mesagraph.base.Prefixes;

/**
 * Answers as JSON for people who write programs: numbers are numbers, and an IRI comes with its
 * label.
 */
public final class AnswerJson {

  private AnswerJson() {}

  /** Writes the answer as UTF-8. */
  public static void write(Answer answer, Prefixes prefixes, OutputStream out) {
    JSON.write(out, of(answer, prefixes));
  }

  /** The answer with where it is published, and of which state of the data it is. */
  public static JsonObject of(Answer answer, Prefixes prefixes, Publication publication) {
    JsonObject json = of(answer, prefixes);
    JsonObject meta = json.getObj("meta");
    meta.put("dataset", publication.release());
    meta.put("href", publication.address(answer, prefixes));
    meta.put("license", Publication.LICENCE);
    return json;
  }

  /** The answer as a value, to which a caller may add. */
  public static JsonObject of(Answer answer, Prefixes prefixes) {
    JsonObject json = new JsonObject();
    json.put("meta", meta(answer, prefixes));
    if (answer.ask().isPresent()) {
      json.put("boolean", new JsonBoolean(answer.ask().get()));
      return json;
    }
    Tables.refuseGraph(answer);
    JsonArray columns = new JsonArray();
    answer.columns().forEach(column -> columns.add(describe(column)));
    json.put("columns", columns);
    JsonArray rows = new JsonArray();
    answer.rows().forEach(row -> rows.add(row(answer.columns(), row, prefixes)));
    json.put("rows", rows);
    return json;
  }

  private static JsonObject meta(Answer answer, Prefixes prefixes) {
    JsonObject meta = new JsonObject();
    meta.put("query", answer.query().name());
    meta.put("summary", answer.query().header().summary());
    JsonObject params = new JsonObject();
    answer
        .arguments()
        .forEach(
            (name, nodes) -> {
              JsonArray values = new JsonArray();
              nodes.forEach(node -> values.add(plain(node)));
              boolean multi =
                  answer.query().header().parameter(name).filter(Parameter::multi).isPresent();
              params.put(name, multi ? values : values.get(0));
            });
    meta.put("params", params);
    meta.put("inferred", true); // every query is asked of what is stated and of what follows
    if (answer.ask().isEmpty()) {
      meta.put("rowCount", JsonNumber.value(answer.rows().size()));
    }
    answer
        .page()
        .ifPresent(
            page -> {
              JsonObject part = new JsonObject();
              part.put("limit", JsonNumber.value(page.limit()));
              part.put("offset", JsonNumber.value(page.offset()));
              page.number().ifPresent(number -> part.put("number", JsonNumber.value(number)));
              part.put("more", new JsonBoolean(answer.more()));
              meta.put("page", part);
            });
    return meta;
  }

  private static JsonObject describe(Column column) {
    JsonObject described = new JsonObject();
    described.put("name", column.name());
    described.put("type", column.type().text());
    described.put("label", column.label());
    return described;
  }

  /** The cells of a row by column; an unbound one is absent. */
  static JsonObject row(List<Column> columns, Map<String, Node> row, Prefixes prefixes) {
    JsonObject json = new JsonObject();
    for (Column column : columns) {
      Node value = row.get(column.name());
      if (value != null && value.isURI()) {
        JsonObject iri = new JsonObject();
        iri.put("id", value.getURI());
        prefixes.shorten(value.getURI()).ifPresent(curie -> iri.put("curie", curie));
        column
            .labelFrom()
            .map(row::get)
            .ifPresent(label -> iri.put("label", new JsonString(text(label))));
        json.put(column.name(), iri);
      } else if (value != null) {
        json.put(column.name(), plain(value));
      }
    }
    return json;
  }

  private static String text(Node node) {
    if (node.isLiteral()) {
      return node.getLiteralLexicalForm();
    }
    return node.isURI() ? node.getURI() : "_:" + node.getBlankNodeLabel();
  }

  /** A number or truth value as such, everything else as text. */
  private static JsonValue plain(Node node) {
    if (node.isLiteral() && node.getLiteralDatatype().isValid(node.getLiteralLexicalForm())) {
      NodeValue value = NodeValue.makeNode(node);
      if (value.isInteger()) {
        BigInteger number = value.getInteger();
        return JsonNumber.valueInteger(number.toString());
      }
      if (value.isDecimal()) {
        return JsonNumber.value(value.getDecimal());
      }
      if (value.isBoolean()) {
        return new JsonBoolean(value.getBoolean());
      }
      if ((value.isDouble() || value.isFloat()) && Double.isFinite(value.getDouble())) {
        return JsonNumber.value(value.getDouble());
      }
    }
    return new JsonString(text(node));
  }
}
