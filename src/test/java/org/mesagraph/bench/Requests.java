package org.mesagraph.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.mesagraph.RealProject;
import org.mesagraph.query.Arguments;
import org.mesagraph.query.Parameter;
import org.mesagraph.query.QueryRunner;
import org.mesagraph.query.SavedQuery;
import org.mesagraph.vocab.Vocab;

/**
 * Writes what is to be asked of both servers, one path a line: {@code Requests FOLDER}. What a
 * saved query asks here is asked there as SPARQL, with the same values in the same places.
 */
public final class Requests {

  private static final String SPARQL = "/sparql?query=";
  private static final String THINGS = Vocab.NS.replace("ontology/", "");
  private static final int MOST = 200;

  private Requests() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    QueryRunner runner =
        new QueryRunner(RealProject.snapshot().dataset(), RealProject.snapshot().base().prefixes());
    List<String> ours = new ArrayList<>();
    List<String> stock = new ArrayList<>();
    for (SavedQuery query : RealProject.queries().all()) {
      Map<String, List<String>> given = given(query);
      if (query.query().isSelectType()
          && Arguments.parse(query, given, runner.dataset(), runner.prefixes())
              instanceof Arguments.Accepted accepted) {
        ours.add("/q/" + query.name() + ".srj" + form(given));
        stock.add(SPARQL + encode(bound(query, accepted).toString()));
      }
    }
    // the same order on both sides, in which a part is like the whole
    Collections.shuffle(ours, new Random(1));
    Collections.shuffle(stock, new Random(1));
    Files.write(folder.resolve("ours-queries"), ours);
    Files.write(folder.resolve("stock-queries"), stock);

    List<String> things =
        RealProject.snapshot().base().triples().stream()
            .map(triple -> triple.getSubject())
            .filter(Node::isURI)
            .map(Node::getURI)
            .filter(iri -> iri.startsWith(THINGS) && !iri.startsWith(Vocab.NS))
            .filter(iri -> iri.substring(THINGS.length()).matches("[a-z]+/[a-z0-9-]+"))
            .distinct()
            .sorted()
            .toList();
    List<String> some =
        things.stream()
            .filter(iri -> things.indexOf(iri) % (things.size() / MOST + 1) == 0)
            .toList();
    Files.write(
        folder.resolve("ours-documents"),
        some.stream().map(iri -> iri.substring(THINGS.length() - 1) + ".ttl").toList());
    String document = resource("document.rq");
    Files.write(
        folder.resolve("stock-documents"),
        some.stream()
            .map(iri -> SPARQL + encode(document.replace("?thing", "<" + iri + ">")))
            .toList());

    Files.write(
        folder.resolve("ours-why"),
        RealProject.snapshot().inferred().stream()
            .filter(triple -> triple.getObject().isURI())
            .limit(MOST)
            .map(
                triple ->
                    "/why?s="
                        + encode(triple.getSubject().getURI())
                        + "&p="
                        + encode(triple.getPredicate().getURI())
                        + "&o="
                        + encode(triple.getObject().getURI()))
            .toList());
    Files.write(folder.resolve("hogs"), List.of(SPARQL + encode(resource("hog.rq"))));
    Files.write(folder.resolve("ours-mixed"), mixed(folder));
  }

  /** Five saved queries to three documents, one proof and one small free query. */
  private static List<String> mixed(Path folder) throws IOException {
    List<String> queries = Files.readAllLines(folder.resolve("ours-queries"));
    List<String> documents = Files.readAllLines(folder.resolve("ours-documents"));
    List<String> proofs = Files.readAllLines(folder.resolve("ours-why"));
    List<String> mixed = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      int kind = i % 10;
      List<String> from = kind < 5 ? queries : kind < 8 ? documents : proofs;
      mixed.add(
          kind == 9 ? SPARQL + encode("ASK { ?s ?p " + i + " }") : from.get(i * 7 % from.size()));
    }
    return mixed;
  }

  /** The examples of the parameters that must be given. */
  private static Map<String, List<String>> given(SavedQuery query) {
    Map<String, List<String>> given = new TreeMap<>();
    query.header().params().stream()
        .filter(Parameter::required)
        .forEach(
            parameter ->
                parameter
                    .example()
                    .ifPresent(example -> given.put(parameter.name(), List.of(example))));
    return given;
  }

  private static Query bound(SavedQuery query, Arguments.Accepted accepted) {
    Map<Var, Node> values = new HashMap<>();
    for (Parameter parameter : query.header().params()) {
      List<Node> nodes = accepted.values().getOrDefault(parameter.name(), List.of());
      if (nodes.size() == 1) {
        values.put(parameter.variable(), nodes.get(0));
      }
    }
    return QueryFactory.create(
        QueryTransformOps.syntaxSubstitute(query.query(), values).toString());
  }

  private static String form(Map<String, List<String>> given) {
    return given.isEmpty()
        ? ""
        : given.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + encode(entry.getValue().get(0)))
            .collect(Collectors.joining("&", "?", ""));
  }

  private static String resource(String name) throws IOException {
    return Files.readString(RealProject.root().resolve("src/test/resources/bench").resolve(name));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
