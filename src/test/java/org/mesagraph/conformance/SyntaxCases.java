package org.mesagraph.conformance;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.jena.rdf.model.Resource;

/**
 * The syntax tests of SPARQL 1.1: what is not the language has to be refused as such. What is the
 * language must not be; that it asks for what is never done here is another matter.
 */
final class SyntaxCases {

  /** A language, by the ending of its files, and where its texts are sent. */
  enum Language {
    QUERY(".rq", "/sparql", Endpoint.QUERY),
    UPDATE(".ru", "/update", Endpoint.UPDATE);

    private final String ending;
    private final String path;
    private final String type;

    Language(String ending, String path, String type) {
      this.ending = ending;
      this.path = path;
      this.type = type;
    }
  }

  private static final Set<String> POSITIVE =
      Set.of("PositiveSyntaxTest11", "PositiveUpdateSyntaxTest11");
  private static final Set<String> NEGATIVE =
      Set.of("NegativeSyntaxTest11", "NegativeUpdateSyntaxTest11");

  /** SPARQL 1.1 Protocol, 2.1.7 and 2.2.5. */
  private static final int MALFORMED = 400;

  private static final int FAILED = 500;

  private final SuiteFolder files;
  private final List<String> folders;

  SyntaxCases(SuiteFolder files, List<String> folders) {
    this.files = files;
    this.folders = folders;
  }

  List<Case> of(Language language, Supplier<Endpoint> server) {
    return folders.stream()
        .flatMap(folder -> Manifests.entries(files, folder + "/manifest.ttl").stream())
        .filter(test -> isA(test, POSITIVE) || isA(test, NEGATIVE))
        .filter(test -> file(test).endsWith(language.ending))
        .map(test -> new Case(test.getURI(), () -> passes(test, language, server.get())))
        .toList();
  }

  private boolean passes(Resource test, Language language, Endpoint server) {
    HttpResponse<byte[]> response =
        server.post(language.path, language.type, "*/*", files.text(file(test)));
    return isA(test, NEGATIVE) == (response.statusCode() == MALFORMED)
        && response.statusCode() < FAILED;
  }

  private static boolean isA(Resource test, Set<String> kinds) {
    return kinds.stream().anyMatch(kind -> Manifests.isA(test, kind));
  }

  private static String file(Resource test) {
    return test.getProperty(Manifests.mf("action")).getObject().isURIResource()
        ? test.getProperty(Manifests.mf("action")).getResource().getURI()
        : "";
  }
}
