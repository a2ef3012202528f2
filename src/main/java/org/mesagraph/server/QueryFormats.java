package org.mesagraph.server;

import java.io.ByteArrayOutputStream;
import java.util.Set;
import org.mesagraph.base.Prefixes;
import org.mesagraph.http.Formats;
import org.mesagraph.http.Refusal;
import org.mesagraph.http.Reply;
import org.mesagraph.query.Answer;
import org.mesagraph.query.AnswerCsv;
import org.mesagraph.query.AnswerGraph;
import org.mesagraph.query.AnswerJson;
import org.mesagraph.query.AnswerLines;
import org.mesagraph.query.AnswerMarkdown;
import org.mesagraph.query.AnswerNotebook;
import org.mesagraph.query.AnswerSparqlJson;
import org.mesagraph.query.AnswerSparqlXml;
import org.mesagraph.query.AnswerTsv;
import org.mesagraph.query.Publication;

/** The formats of saved queries, by suffix. */
final class QueryFormats {

  static final Formats ALL =
      Formats.of(
          "json",
          Reply.JSON,
          "html",
          Reply.HTML,
          "csv",
          "text/csv",
          "tsv",
          "text/tab-separated-values",
          "srj",
          "application/sparql-results+json",
          "xml",
          "application/sparql-results+xml",
          "jsonl",
          "application/jsonl",
          "md",
          "text/markdown",
          "ttl",
          "text/turtle",
          "jsonld",
          "application/ld+json",
          "rq",
          "application/sparql-query",
          "ipynb",
          "application/x-ipynb+json");

  static final Formats OF_CATALOGUE =
      Formats.of(
          "json",
          Reply.JSON,
          "html",
          Reply.HTML,
          "ttl",
          "text/turtle",
          "jsonld",
          "application/ld+json");

  private static final Formats OF_GRAPH =
      Formats.of(
          "jsonld", "application/ld+json", "ttl", "text/turtle", "rq", "application/sparql-query");

  private static final Set<String> TABLES = Set.of("csv", "tsv", "srj", "xml");

  private QueryFormats() {}

  /** The answer in a format, except as a page. */
  static Reply of(Answer answer, String format, Prefixes prefixes, Publication publication) {
    if (answer.graph().isPresent()) {
      return ofGraph(answer, format, prefixes);
    }
    if (TABLES.contains(format)) {
      return Reply.of(withCharset(format), table(answer, format));
    }
    return switch (format) {
      case "jsonl" -> Reply.of(ALL.type(format), AnswerLines.of(answer, prefixes));
      case "md" -> Reply.of(ALL.type(format), AnswerMarkdown.of(answer, prefixes, publication));
      case "ipynb" ->
          Reply.of(ALL.type(format), AnswerNotebook.of(answer, prefixes, publication) + "\n");
      default -> Reply.json(AnswerJson.of(answer, prefixes, publication));
    };
  }

  private static Reply ofGraph(Answer answer, String format, Prefixes prefixes) {
    return switch (format) {
      case "ttl" -> Reply.of("text/turtle", AnswerGraph.turtle(answer, prefixes));
      case "jsonld", "json" ->
          Reply.of("application/ld+json", AnswerGraph.jsonLd(answer, prefixes) + "\n");
      default -> throw Refusal.notAcceptable(OF_GRAPH).asException();
    };
  }

  private static byte[] table(Answer answer, String format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    switch (format) {
      case "csv" -> AnswerCsv.write(answer, out);
      case "tsv" -> AnswerTsv.write(answer, out);
      case "xml" -> AnswerSparqlXml.write(answer, out);
      default -> AnswerSparqlJson.write(answer, out);
    }
    return out.toByteArray();
  }

  private static String withCharset(String format) {
    String type = ALL.type(format);
    return type.startsWith("text/") ? type + ";charset=utf-8" : type;
  }
}
