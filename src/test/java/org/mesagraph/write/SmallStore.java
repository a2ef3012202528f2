package org.mesagraph.write;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.mesagraph.base.KnowledgeBase;
import org.mesagraph.query.Checks;
import org.mesagraph.reason.MaterializingReasoner;
import org.mesagraph.rule.Sample;
import org.mesagraph.store.Fingerprint;
import org.mesagraph.store.Release;
import org.mesagraph.store.Snapshot;
import org.mesagraph.store.StoreFolder;

/**
 * The small project of {@code write/small}, loaded into a store and opened to be written to.
 *
 * @param root its files
 * @param folder the store
 */
public record SmallStore(Path root, Path folder) {

  public static final Limits LIMITS =
      new Limits(
          1 << 20,
          10_000,
          10_000,
          java.time.Duration.ofSeconds(2),
          java.time.Duration.ofSeconds(10));

  private static final Path FILES = Sample.HOME.resolve("src/test/resources/write/small");

  /** Makes the project and its store. */
  public static SmallStore in(Path folder) throws IOException {
    SmallStore small = new SmallStore(folder.resolve("project"), folder.resolve("store"));
    Sample.load(small.root(), FILES);
    small.load("0");
    return small;
  }

  /** Loads the files as they are now. */
  public Release load(String digit) {
    return new StoreFolder(folder)
        .load(
            Snapshot.of(KnowledgeBase.load(root), new MaterializingReasoner()),
            new Fingerprint(digit.repeat(64)),
            "test",
            Clock.systemUTC());
  }

  public Path live() {
    return folder.resolve(Live.FOLDER);
  }

  /** Opens it with all changes so far. */
  public Live open() {
    return Live.open(
        live(),
        new StoreFolder(folder).current().orElseThrow(),
        new MaterializingReasoner(),
        prefixes -> Inspector.of(Checks.read(root, Checks.FOLDER, prefixes)),
        LIMITS,
        Clock.systemUTC());
  }

  public static Token token() {
    return Token.of("0123456789abcdef0123456789abcdef", "the test");
  }

  /** Makes an update. */
  static Receipt update(Live live, String text) {
    Edit edit = live.desk().updates().read(bytes(PREFIXES + text), List.of(), List.of());
    return make(live, edit);
  }

  static Receipt make(Live live, Edit edit) {
    return live.desk().make(new Request(edit, "test", Optional.empty(), false));
  }

  /** The quads of a graph, each as subject, predicate and object with their local names. */
  static List<String> graph(Live live, String name) {
    return Txn.calculateRead(
        live.snapshot().dataset(),
        () ->
            live.snapshot().dataset().stream(graph(name), Node.ANY, Node.ANY, Node.ANY)
                .map(SmallStore::show)
                .sorted()
                .toList());
  }

  static Node graph(String name) {
    return NodeFactory.createURI(KnowledgeBase.GRAPH + name);
  }

  private static String show(Quad quad) {
    return String.join(
        " ", show(quad.getSubject()), show(quad.getPredicate()), show(quad.getObject()));
  }

  private static String show(Node node) {
    if (!node.isURI()) {
      return node.isBlank() ? "_" : node.getLiteralLexicalForm();
    }
    return node.getURI().replaceAll(".*[/#]", "");
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static final String PREFIXES =
      String.join(
          "\n",
          "PREFIX concept: <https://w3id.org/mesagraph/concept/>",
          "PREFIX graph: <https://w3id.org/mesagraph/graph/>",
          "PREFIX mg: <https://w3id.org/mesagraph/ontology/>",
          "PREFIX owl: <http://www.w3.org/2002/07/owl#>",
          "PREFIX skos: <http://www.w3.org/2004/02/skos/core#>",
          "PREFIX study: <https://w3id.org/mesagraph/study/>",
          "PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>",
          "");
}
