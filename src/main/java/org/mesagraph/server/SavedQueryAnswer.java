package org.mesagraph.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.query.QueryCancelledException;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.base.MesagraphException.Kind;
import org.mesagraph.base.Suggestion;
import org.mesagraph.http.Inquiry;
import org.mesagraph.http.Refusal;
import org.mesagraph.http.Reply;
import org.mesagraph.query.Answer;
import org.mesagraph.query.AnswerSchema;
import org.mesagraph.query.ArgumentProblem;
import org.mesagraph.query.Arguments;
import org.mesagraph.query.Publication;
import org.mesagraph.query.QueryRunner;
import org.mesagraph.query.SavedQueries;
import org.mesagraph.query.SavedQuery;
import org.mesagraph.query.SparqlExamples;

/**
 * One request for a saved query: its answer in a format, its text, its description, or the schema
 * of its rows.
 *
 * @param name of the query, or of its schema
 * @param path of all queries, for links
 */
record SavedQueryAnswer(
    SavedQueries queries,
    QueryRunner runner,
    SparqlExamples describer,
    Publication publication,
    Inquiry inquiry,
    String name,
    String path,
    Pages pages) {

  private static final String SCHEMA = "/schema";
  private static final int TOO_LARGE = 413;

  Reply reply() {
    if (name.endsWith(SCHEMA) && inquiry.suffix().filter("json"::equals).isPresent()) {
      SavedQuery query = named(name.substring(0, name.length() - SCHEMA.length()));
      inquiry.checkNames(List.of("format"));
      String schema = AnswerSchema.of(query, publication) + "\n";
      return Reply.of("application/schema+json", schema);
    }
    SavedQuery query = named(name);
    boolean table = !query.query().isConstructType();
    return switch (inquiry.chosen()) {
      case "rq" -> described(query, Reply.of("application/sparql-query", query.text()));
      case "ttl" ->
          table
              ? described(
                  query, Reply.of("text/turtle", describer.of(query).turtle(runner.prefixes())))
              : answer(query);
      case "jsonld" ->
          table
              ? described(
                  query,
                  Reply.of(
                      "application/ld+json", describer.of(query).jsonLd(runner.prefixes()) + "\n"))
              : answer(query);
      default -> answer(query);
    };
  }

  /** What is said of the query itself depends on no argument, but a wrong name is still wrong. */
  private Reply described(SavedQuery query, Reply reply) {
    List<String> known = new ArrayList<>(List.of("format", Paging.PAGE, Paging.LIMIT));
    query.header().params().forEach(parameter -> known.add(parameter.name()));
    inquiry.checkNames(known);
    return reply
        .with("Link", "<" + Publication.LICENCE + ">; rel=\"license\"")
        .with("Link", "<" + path + query.name() + ">; rel=\"canonical\"");
  }

  private Reply answer(SavedQuery query) {
    Paging paging = Paging.of(query, inquiry.parameters());
    Map<String, List<String>> given = Paging.arguments(inquiry.parameters());
    Arguments arguments = Arguments.parse(query, given, runner.dataset(), runner.prefixes());
    List<ArgumentProblem> problems = new ArrayList<>(paging.problems());
    if (arguments instanceof Arguments.Refused refused) {
      problems.addAll(refused.problems());
    }
    if (!problems.isEmpty()) {
      Refusal refusal = refusal(new Arguments.Refused(problems));
      if (inquiry.wants("html")) {
        return Reply.html(
                pages.render("answer.jte", AnswerPage.refused(query, given, refusal.detail())))
            .withStatus(refusal.status());
      }
      throw refusal.asException();
    }
    Answer answer = run(query, arguments.orThrow(), paging);
    AnswerLinks links = new AnswerLinks(answer, inquiry, path + query.name(), runner.prefixes());
    return links.on(
        inquiry.wants("html")
            ? Reply.html(
                pages.render(
                    "answer.jte",
                    AnswerPage.of(answer, given, runner.prefixes())
                        .between(links.previous(), links.next())))
            : QueryFormats.of(answer, inquiry.chosen(), runner.prefixes(), publication));
  }

  private Answer run(SavedQuery query, Arguments.Accepted arguments, Paging paging) {
    try {
      return runner.run(query, arguments, paging.page());
    } catch (MesagraphException e) {
      if (e.kind() == Kind.LIMIT && !(e.getCause() instanceof QueryCancelledException)) {
        throw Refusal.of(
                TOO_LARGE,
                "Too much to send",
                "“"
                    + query.name()
                    + "” finds more than "
                    + query.header().limits().maxRows()
                    + " rows – ask for it page by page: "
                    + path
                    + query.name()
                    + "?page=1&limit=1000, or ask for less")
            .asException();
      }
      throw e;
    }
  }

  private SavedQuery named(String wanted) {
    return queries.find(wanted).orElseThrow(() -> unknown(wanted));
  }

  private RuntimeException unknown(String wanted) {
    int dot = wanted.lastIndexOf('.');
    if (dot > 0 && queries.find(wanted.substring(0, dot)).isPresent()) {
      return Refusal.notAcceptable(QueryFormats.ALL).asException();
    }
    List<String> names = queries.all().stream().map(SavedQuery::name).toList();
    Refusal refusal =
        Refusal.of(404, "no saved query “" + wanted + "”" + Suggestion.phrase(wanted, names));
    Optional<String> nearest = Suggestion.nearest(wanted, names);
    return (nearest.isPresent() ? refusal.member("didYouMean", nearest.get()) : refusal)
        .asException();
  }

  private static Refusal refusal(Arguments.Refused refused) {
    JsonArray errors = new JsonArray();
    for (ArgumentProblem problem : refused.problems()) {
      JsonObject error = new JsonObject();
      error.put("param", problem.parameter());
      error.put("detail", problem.detail());
      problem.didYouMean().ifPresent(name -> error.put("didYouMean", name));
      errors.add(error);
    }
    String detail =
        String.join("\n", refused.problems().stream().map(ArgumentProblem::message).toList());
    return Refusal.of(refused.status(), "Parameters refused", detail).member("errors", errors);
  }
}
