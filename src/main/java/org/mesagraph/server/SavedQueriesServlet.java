package org.mesagraph.server;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.base.Suggestion;
import org.mesagraph.query.Answer;
import org.mesagraph.query.AnswerCsv;
import org.mesagraph.query.AnswerJson;
import org.mesagraph.query.AnswerSparqlJson;
import org.mesagraph.query.Arguments;
import org.mesagraph.query.Catalogue;
import org.mesagraph.query.QueryRunner;
import org.mesagraph.query.SavedQueries;
import org.mesagraph.query.SavedQuery;

/** Answers saved queries as JSON, SPARQL results JSON, CSV or an HTML table. */
final class SavedQueriesServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private static final Formats FORMATS =
      Formats.of(
          "json", Responses.JSON,
          "html", "text/html",
          "csv", "text/csv",
          "srj", "application/sparql-results+json");

  private final transient SavedQueries queries;
  private final transient QueryRunner runner;
  private final transient Pages pages;

  SavedQueriesServlet(SavedQueries queries, QueryRunner runner, Pages pages) {
    this.queries = queries;
    this.runner = runner;
    this.pages = pages;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Vary", "Accept");
    String path = Optional.ofNullable(request.getPathInfo()).orElse("/").substring(1);
    int dot = path.lastIndexOf('.');
    String name = dot < 0 ? path : path.substring(0, dot);
    Optional<String> format =
        dot < 0
            ? FORMATS.choose(request)
            : Optional.of(path.substring(dot + 1)).filter(FORMATS::has);
    boolean page = format.isPresent() && format.get().equals("html");
    Optional<SavedQuery> query = queries.find(name);
    if (!name.isEmpty() && query.isEmpty()) {
      List<String> names = queries.all().stream().map(SavedQuery::name).toList();
      String detail = "no saved query “" + name + "”" + Suggestion.phrase(name, names);
      refuse(response, Refusal.of(404, "Not found", detail), page);
    } else if (format.isEmpty()) {
      refuse(response, Refusal.of(406, "Not acceptable", FORMATS.offer()), false);
    } else if (name.isEmpty()) {
      sendCatalogue(response, page);
    } else {
      answer(request, response, query.get(), format.get());
    }
  }

  private void answer(
      HttpServletRequest request, HttpServletResponse response, SavedQuery query, String format)
      throws IOException {
    boolean page = format.equals("html");
    Map<String, List<String>> given = new LinkedHashMap<>();
    request.getParameterMap().forEach((name, values) -> given.put(name, Arrays.asList(values)));
    given.remove("format");
    Arguments arguments = Arguments.parse(query, given, runner.dataset(), runner.prefixes());
    if (arguments instanceof Arguments.Refused refused) {
      Refusal refusal = Refusal.of(refused);
      if (page) {
        response.setStatus(refusal.status());
        pages.send(response, "answer.jte", AnswerPage.refused(query, given, refusal));
      } else {
        Errors.send(response, refusal);
      }
      return;
    }
    try {
      Answer answer = runner.run(query, arguments.orThrow(), Optional.empty());
      if (page) {
        pages.send(response, "answer.jte", AnswerPage.of(answer, given, runner.prefixes()));
      } else {
        Responses.write(response, contentType(format), body(answer, format));
      }
    } catch (MesagraphException e) {
      refuse(response, Refusal.of(e), page);
    }
  }

  private static String contentType(String format) {
    return format.equals("csv") ? "text/csv;charset=utf-8" : FORMATS.type(format);
  }

  private byte[] body(Answer answer, String format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    switch (format) {
      case "csv" -> AnswerCsv.write(answer, out);
      case "srj" -> AnswerSparqlJson.write(answer, out);
      default -> AnswerJson.write(answer, runner.prefixes(), out);
    }
    return out.toByteArray();
  }

  private void sendCatalogue(HttpServletResponse response, boolean page) throws IOException {
    if (page) {
      pages.send(response, "catalogue.jte", queries);
      return;
    }
    Responses.json(response, Catalogue.of(queries, ""));
  }

  private void refuse(HttpServletResponse response, Refusal refusal, boolean page)
      throws IOException {
    if (page) {
      Errors.sendPage(response, refusal, pages);
    } else {
      Errors.send(response, refusal);
    }
  }
}
