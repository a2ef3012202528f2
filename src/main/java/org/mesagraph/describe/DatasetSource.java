package org.mesagraph.describe;

import static org.mesagraph.describe.Terms.dcat;
import static org.mesagraph.describe.Terms.english;
import static org.mesagraph.describe.Terms.in;
import static org.mesagraph.describe.Terms.text;
import static org.mesagraph.describe.Terms.triple;
import static org.mesagraph.describe.Terms.voids;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.mesagraph.base.Lazy;
import org.mesagraph.base.Prefixes;

/**
 * The dataset as a whole, as VoID and DCAT have it: what it holds, in numbers, where it leads, and
 * how to get it.
 */
final class DatasetSource implements Source {

  private static final String TITLE = "Mesagraph";
  private static final String DESCRIPTION =
      "A knowledge graph of AI inner alignment and mesa-optimization: what sources claim, line by"
          + " line, which studies bear on which failure mode, and what follows from that.";

  private final Holdings holdings;
  private final Prefixes prefixes;
  private final String version;
  private final Lazy<List<Triple>> everything = new Lazy<>(this::describe);

  DatasetSource(Holdings holdings, Prefixes prefixes, String version) {
    this.holdings = holdings;
    this.prefixes = prefixes;
    this.version = version;
  }

  @Override
  public Optional<Draft> find(Node thing) {
    return thing.equals(Iris.DATASET) || thing.getURI().equals(Iris.BASE)
        ? Optional.of(new Draft(List.of(), List.of(), List.of(), everything.get(), false))
        : Optional.empty();
  }

  @Override
  public Stream<Directory.Entry> entries() {
    return Stream.empty();
  }

  private List<Triple> describe() {
    Node dataset = Iris.DATASET;
    List<Triple> triples = new ArrayList<>();
    triples.add(triple(dataset, RDF.type.asNode(), voids("Dataset")));
    triples.add(triple(dataset, RDF.type.asNode(), dcat("Dataset")));
    triples.add(triple(dataset, SKOS.prefLabel.asNode(), english(TITLE)));
    triples.add(triple(dataset, DCTerms.title.asNode(), english(TITLE)));
    triples.add(triple(dataset, DCTerms.description.asNode(), english(DESCRIPTION)));
    triples.add(triple(dataset, DCTerms.license.asNode(), Iris.LICENSE));
    triples.add(triple(dataset, in(Terms.PAV, "version"), text(version)));
    triples.add(triple(dataset, dcat("version"), text(version)));
    triples.add(triple(dataset, dcat("landingPage"), Iris.of("")));
    triples.add(triple(dataset, voids("uriSpace"), text(Iris.BASE)));
    triples.add(triple(dataset, voids("sparqlEndpoint"), Iris.of("sparql")));
    vocabularies().forEach(iri -> triples.add(triple(dataset, voids("vocabulary"), iri)));
    for (String kind : List.of("study", "concept", "claim")) {
      holdings.directory().of(kind).stream()
          .findFirst()
          .ifPresent(entry -> triples.add(triple(dataset, voids("exampleResource"), entry.iri())));
    }
    triples.addAll(Access.of(dataset));
    Partitions partitions = new Partitions(dataset, holdings.statistics());
    triples.addAll(partitions.totals());
    triples.addAll(partitions.all());
    holdings.graphs().forEach((name, statistics) -> triples.addAll(graph(name, statistics)));
    holdings.linksets().forEach(linkset -> triples.addAll(linkset(linkset)));
    return triples;
  }

  private static List<Triple> graph(Node name, Statistics statistics) {
    List<Triple> triples = new ArrayList<>();
    triples.add(triple(Iris.DATASET, voids("subset"), name));
    triples.add(triple(name, RDF.type.asNode(), voids("Dataset")));
    triples.add(triple(name, in(Terms.SD, "name"), name));
    triples.add(
        triple(
            name, voids("dataDump"), Iris.of(Iris.path(name) + "." + RdfSyntax.TURTLE.suffix())));
    triples.addAll(new Partitions(name, statistics).totals());
    return triples;
  }

  private List<Triple> linkset(Linksets.Linkset linkset) {
    Linksets.Target target = linkset.target();
    Node objects = Iris.of("dataset#target-" + target.name());
    String property =
        prefixes
            .shorten(linkset.property().getURI())
            .orElse(linkset.property().getURI())
            .replaceAll("[^A-Za-z0-9]+", "-");
    Node links = Iris.of("dataset#links-" + target.name() + "-" + property);
    List<Triple> triples = new ArrayList<>();
    triples.add(triple(Iris.DATASET, voids("subset"), links));
    triples.add(triple(links, RDF.type.asNode(), voids("Linkset")));
    triples.add(triple(links, voids("subjectsTarget"), Iris.DATASET));
    triples.add(triple(links, voids("objectsTarget"), objects));
    triples.add(triple(links, voids("linkPredicate"), linkset.property()));
    triples.add(Partitions.count(links, voids("triples"), linkset.triples()));
    triples.add(triple(objects, RDF.type.asNode(), voids("Dataset")));
    triples.add(triple(objects, DCTerms.title.asNode(), english(target.label())));
    target.spaces().forEach(space -> triples.add(triple(objects, voids("uriSpace"), text(space))));
    return triples;
  }

  /** The namespaces of the properties and classes that are used. */
  private List<Node> vocabularies() {
    Map<String, String> namespaces = prefixes.namespaces();
    TreeSet<String> used = new TreeSet<>();
    Stream.concat(
            holdings.statistics().properties().keySet().stream(),
            holdings.statistics().classes().keySet().stream())
        .filter(Node::isURI)
        .map(term -> prefixes.shorten(term.getURI()))
        .flatMap(Optional::stream)
        .forEach(name -> used.add(namespaces.get(name.substring(0, name.indexOf(':')))));
    return used.stream().map(Terms::iri).toList();
  }
}
