package org.mesagraph.describe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.mesagraph.base.Lazy;
import org.mesagraph.base.Prefixes;
import org.mesagraph.query.QueryRunner;
import org.mesagraph.query.SavedQueries;
import org.mesagraph.query.SparqlExamples;
import org.mesagraph.store.Snapshot;

/** Describes whatever has an IRI of ours. */
public final class Descriptions {

  private final DatasetGraph dataset;
  private final SavedQueries queries;
  private final Prefixes prefixes;
  private final String version;
  private final Labels labels;
  private final OntologySource ontology;
  private final List<Source> sources;
  private final Lazy<Directory> directory;
  private final Holdings holdings;
  private final Documents documents;
  private final Lazy<Map<Node, Node>> blankNames;
  private final Lazy<Description> whole = new Lazy<>(() -> make(Iris.DATASET).orElseThrow());

  private Descriptions(Snapshot snapshot, SavedQueries queries, String version) {
    this.dataset = snapshot.dataset();
    this.queries = queries;
    this.prefixes = snapshot.base().prefixes();
    this.version = version;
    this.labels = new Labels(dataset);
    this.ontology = new OntologySource(snapshot);
    this.directory = new Lazy<>(this::collect);
    this.holdings = new Holdings(dataset, directory);
    this.documents = new Documents(version);
    this.sources =
        List.of(
            new DatasetSource(holdings, Terms.prefixes(prefixes), version),
            ontology,
            new PrefixSource(prefixes),
            new GraphSource(dataset),
            new RuleSource(snapshot),
            new QuerySource(
                queries,
                new SparqlExamples(new QueryRunner(dataset, prefixes), Iris.of("sparql").getURI())),
            new Derivations(snapshot),
            new ShapeSource(snapshot.base().shapes()));
    this.blankNames =
        new Lazy<>(
            () -> {
              List<Quad> blank = new ArrayList<>();
              dataset
                  .find()
                  .forEachRemaining(
                      quad -> {
                        if (quad.getSubject().isBlank() || quad.getObject().isBlank()) {
                          blank.add(quad);
                        }
                      });
              return BlankNames.of(blank);
            });
  }

  /**
   * The descriptions of a state, to be asked for within a transaction on its dataset.
   *
   * @param version of the state
   */
  public static Descriptions of(Snapshot snapshot, SavedQueries queries, String version) {
    return new Descriptions(snapshot, queries, version);
  }

  /** What is said of a thing; empty if it is not ours, or nothing is said of it. */
  public Optional<Description> find(Node thing) {
    if (!Iris.isOurs(thing)) {
      return Optional.empty();
    }
    return thing.equals(Iris.DATASET) ? Optional.of(whole.get()) : make(thing);
  }

  private Optional<Description> make(Node thing) {
    return sources.stream()
        .map(source -> source.find(thing))
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> Optional.of(draft(thing)).filter(draft -> !draft.isEmpty()))
        .map(draft -> finish(thing, draft));
  }

  /** A description as people read it. */
  public Sheet sheet(Description description) {
    return Sheets.of(description, labels, prefixes());
  }

  /** The same in Markdown. */
  public String markdown(Description description) {
    return SheetMarkdown.of(sheet(description), version);
  }

  /** All things of a kind, with what they are called. */
  public byte[] list(String kind, RdfSyntax syntax) {
    return Listing.of(kind, directory().of(kind)).write(syntax, prefixes);
  }

  /** The same in Markdown. */
  public String markdownList(String kind) {
    return SheetMarkdown.of(kind, directory().of(kind));
  }

  /** The JSON-LD context that has all prefixes, for documents that others write. */
  public byte[] context() {
    return JsonLdText.context(prefixes());
  }

  /** Whether anything is said of a thing. */
  public boolean has(Node thing) {
    return Iris.isOurs(thing)
        && (dataset.contains(Node.ANY, thing, Node.ANY, Node.ANY)
            || sources.stream().anyMatch(source -> source.find(thing).isPresent())
            || dataset.contains(Node.ANY, Node.ANY, Node.ANY, thing)
            || dataset.contains(Node.ANY, Node.ANY, thing, Node.ANY));
  }

  /** Everything that is described, by kind. */
  public Directory directory() {
    return directory.get();
  }

  /** What dumps are written from. */
  public Dump dump() {
    return new Dump(holdings, prefixes);
  }

  /** What a client has to know of an endpoint before it asks. */
  public ServiceDescription service(Service service) {
    return ServiceDescription.of(holdings, prefixes(), queries, service);
  }

  /** The prefixes that documents use. */
  public Prefixes prefixes() {
    return Terms.prefixes(prefixes);
  }

  /** A thing of the dataset; of a term also how often it is used. */
  private Draft draft(Node thing) {
    List<Triple> computed = new ArrayList<>(ontology.definition(thing));
    if (!computed.isEmpty() || dataset.contains(Node.ANY, Node.ANY, thing, Node.ANY)) {
      computed.addAll(new Partitions(Iris.DATASET, holdings.statistics()).of(thing));
    }
    return Draft.of(Excerpt.of(thing, dataset), computed);
  }

  private Description finish(Node thing, Draft draft) {
    List<Quad> about = renamed(draft.about());
    List<Quad> pointing = new ArrayList<>(renamed(draft.pointing()));
    pointing.removeAll(Set.copyOf(about));
    Set<Triple> besides = new LinkedHashSet<>(draft.computed());
    String label = label(thing, draft);
    besides.addAll(names(thing, draft));
    besides.addAll(documents.about(thing, label, draft));
    boolean wholeGraph = thing.equals(Snapshot.INFERRED_GRAPH);
    List<Triple> marks = new ArrayList<>();
    Stream.concat(about.stream(), pointing.stream())
        .filter(quad -> quad.getGraph().equals(Snapshot.INFERRED_GRAPH) && !wholeGraph)
        .forEach(quad -> marks.addAll(Derivations.mark(quad.asTriple())));
    Map<Node, String> texts = new HashMap<>();
    if (draft.neighbours()) {
      nodes(draft).forEach(node -> texts.put(node, labels.of(node)));
    }
    texts.put(thing, label);
    return new Description(
        thing, label, about, pointing, draft.cuts(), renamedTriples(besides), marks, texts);
  }

  private String label(Node thing, Draft draft) {
    return draft.computed().stream()
        .filter(triple -> triple.getSubject().equals(thing))
        .filter(triple -> triple.getPredicate().equals(SKOS.prefLabel.asNode()))
        .map(triple -> triple.getObject().getLiteralLexicalForm())
        .findFirst()
        .orElseGet(() -> labels.of(thing));
  }

  /** What the thing and its neighbours are called, in the words of SKOS and in those of RDFS. */
  private List<Triple> names(Node thing, Draft draft) {
    List<Triple> names = new ArrayList<>();
    Set<Node> named = new LinkedHashSet<>(Set.of(thing));
    if (draft.neighbours()) {
      named.addAll(nodes(draft));
    } else {
      draft.pointing().stream().map(Quad::getSubject).filter(Node::isURI).forEach(named::add);
    }
    for (Node node : named) {
      Optional<Node> preferred = labels.value(node, SKOS.prefLabel.asNode());
      preferred.ifPresent(label -> names.add(Triple.create(node, SKOS.prefLabel.asNode(), label)));
      labels
          .stated(node)
          .ifPresent(label -> names.add(Triple.create(node, RDFS.label.asNode(), label)));
    }
    draft.computed().stream()
        .filter(triple -> triple.getPredicate().equals(SKOS.prefLabel.asNode()))
        .forEach(
            triple ->
                names.add(
                    Triple.create(triple.getSubject(), RDFS.label.asNode(), triple.getObject())));
    return names;
  }

  private static Set<Node> nodes(Draft draft) {
    Set<Node> nodes = new HashSet<>();
    Stream.concat(
            draft.computed().stream(),
            Stream.concat(draft.about().stream(), draft.pointing().stream()).map(Quad::asTriple))
        .flatMap(
            triple -> Stream.of(triple.getSubject(), triple.getPredicate(), triple.getObject()))
        .filter(Node::isURI)
        .forEach(nodes::add);
    return nodes;
  }

  private List<Quad> renamed(List<Quad> quads) {
    boolean blank =
        quads.stream().anyMatch(q -> q.getSubject().isBlank() || q.getObject().isBlank());
    return blank
        ? quads.stream().map(quad -> BlankNames.rename(quad, blankNames.get())).toList()
        : quads;
  }

  /** Computed blank nodes are none of the dataset's, and are named apart from these. */
  private static List<Triple> renamedTriples(Set<Triple> triples) {
    List<Quad> quads =
        triples.stream().map(triple -> Quad.create(Quad.defaultGraphIRI, triple)).toList();
    Map<Node, Node> names = new HashMap<>();
    BlankNames.of(quads)
        .forEach(
            (node, name) ->
                names.put(node, NodeFactory.createBlankNode("c" + name.getBlankNodeLabel())));
    return quads.stream().map(quad -> BlankNames.rename(quad, names).asTriple()).toList();
  }

  private Directory collect() {
    Set<Node> things = new LinkedHashSet<>();
    dataset
        .find()
        .forEachRemaining(
            quad -> {
              if (Iris.isOurs(quad.getSubject())) {
                things.add(quad.getSubject());
              }
            });
    List<Directory.Entry> entries = new ArrayList<>();
    things.forEach(thing -> entries.add(new Directory.Entry(thing, labels.of(thing))));
    sources.forEach(source -> source.entries().forEach(entries::add));
    return new Directory(entries);
  }
}
