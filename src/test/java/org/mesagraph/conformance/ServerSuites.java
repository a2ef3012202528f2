package org.mesagraph.conformance;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mesagraph.base.Lazy;
import org.mesagraph.conformance.SyntaxCases.Language;

/** The suites of SPARQL 1.1 that are run against a started server, over HTTP. */
final class ServerSuites {

  private static final String MANIFESTS = "http://www.w3.org/2009/sparql/docs/tests/data-sparql11/";
  private static final List<String> QUERY_SYNTAX =
      List.of("syntax-query", "aggregates", "construct", "grouping");
  private static final List<String> QUERIES =
      List.of(
          "aggregates",
          "bind",
          "bindings",
          "construct",
          "exists",
          "functions",
          "grouping",
          "negation",
          "project-expression",
          "property-path",
          "subquery");
  private static final List<String> RESULTS = List.of("csv-tsv-res", "json-res");
  private static final List<String> UPDATE_SYNTAX =
      List.of("syntax-update-1", "syntax-update-2", "delete-insert");
  private static final List<String> UPDATES =
      List.of(
          "add",
          "basic-update",
          "clear",
          "copy",
          "delete",
          "delete-data",
          "delete-insert",
          "delete-where",
          "drop",
          "move",
          "update-silent");

  private final Started started;
  private final Lazy<GraphStore> store;
  private final Lazy<Endpoint> empty;

  ServerSuites(Started started) {
    this.started = started;
    this.store = new Lazy<>(started::writing);
    this.empty = new Lazy<>(() -> started.reading(List.of()));
  }

  /** A suite as it is in some files. */
  record Named(String name, Function<SuiteFolder, List<Case>> cases) {}

  /** The suites whose files say all there is to know, where a library brings them and elsewhere. */
  List<Named> ofFiles() {
    return List.of(
        new Named("query syntax", files -> syntax(files, QUERY_SYNTAX, Language.QUERY)),
        new Named("query evaluation", files -> queries(files, QUERIES)),
        new Named("query result formats", files -> queries(files, RESULTS)),
        new Named(
            "federated query",
            files ->
                Stream.concat(
                        syntax(files, List.of("syntax-fed"), Language.QUERY).stream(),
                        queries(files, List.of("service")).stream())
                    .toList()),
        new Named("update syntax", files -> syntax(files, UPDATE_SYNTAX, Language.UPDATE)),
        new Named(
            "update evaluation", files -> new UpdateCases(files, UPDATES).against(store::get)));
  }

  /** The tests of the protocols, as they are written down here. */
  List<Case> protocol() {
    return cases(ConversationFile.read("protocol.yaml", MANIFESTS + "protocol/manifest#"));
  }

  List<Case> graphStore() {
    return cases(
        ConversationFile.read("graph-store.yaml", MANIFESTS + "http-rdf-update/manifest#"));
  }

  List<Case> description() {
    return DescriptionCases.against(() -> store.get().endpoint());
  }

  /** The tests of the protocols, as the manifests of the W3C have them by now. */
  List<Case> protocol(SuiteFolder files) {
    return cases(
        ConversationManifest.read(
            files, List.of("protocol/manifest.ttl"), ServerSuites::atEndpoint));
  }

  List<Case> graphStore(SuiteFolder files) {
    return cases(
        ConversationManifest.read(
            files,
            List.of(
                "graph-store-protocol/manifest-indirect.ttl",
                "graph-store-protocol/manifest-direct.ttl"),
            message -> message.to(message.path().replaceFirst("^/gsp", "/data"))));
  }

  /** The manifest has one path for all requests, which it leaves to others to divide. */
  private static Message atEndpoint(Message message) {
    boolean updates =
        message.headers().contains(Endpoint.UPDATE)
            || message.headers().contains(Endpoint.UPDATE + "; charset=UTF-16")
            || Stream.of(message.path(), Endpoint.text(message.body()))
                .anyMatch(text -> text.contains("update=") || text.startsWith("CLEAR"));
    return message.to(message.path().replaceFirst("^/sparql/", updates ? "/update" : "/sparql"));
  }

  private List<Case> cases(List<Conversation> conversations) {
    return conversations.stream()
        .map(each -> new Case(each.name(), () -> each.holds(store.get())))
        .toList();
  }

  private List<Case> syntax(SuiteFolder files, List<String> folders, Language language) {
    return new SyntaxCases(files, folders)
        .of(language, () -> language == Language.QUERY ? empty.get() : store.get().endpoint());
  }

  private List<Case> queries(SuiteFolder files, List<String> folders) {
    QueryCases cases = new QueryCases(files, folders);
    Lazy<Endpoint> server = new Lazy<>(() -> started.reading(cases.data()));
    return cases.against(server::get);
  }
}
