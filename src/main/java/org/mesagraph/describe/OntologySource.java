package org.mesagraph.describe;

import static org.mesagraph.describe.Terms.english;
import static org.mesagraph.describe.Terms.in;
import static org.mesagraph.describe.Terms.text;
import static org.mesagraph.describe.Terms.triple;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.mesagraph.base.KnowledgeBase;
import org.mesagraph.base.Lazy;
import org.mesagraph.base.Statement;
import org.mesagraph.store.Snapshot;
import org.mesagraph.vocab.Vocab;

/** The ontology as a whole, its modules, and what module each term is defined in. */
final class OntologySource implements Source {

  private final Snapshot snapshot;
  private final Lazy<Map<Node, String>> fileOf;
  private final Lazy<Map<Node, Node>> moduleOf;

  OntologySource(Snapshot snapshot) {
    this.snapshot = snapshot;
    this.fileOf = new Lazy<>(() -> files(snapshot.base()));
    this.moduleOf = new Lazy<>(() -> modules(snapshot.base(), fileOf.get()));
  }

  /** That a term is defined by its module, if it is one of the ontology's. */
  List<Triple> definition(Node term) {
    Node module = moduleOf.get().get(term);
    return module == null ? List.of() : List.of(triple(term, RDFS.isDefinedBy.asNode(), module));
  }

  @Override
  public Optional<Draft> find(Node thing) {
    if (thing.equals(Iris.ONTOLOGY) || thing.getURI().equals(Vocab.NS)) {
      return Optional.of(new Draft(List.of(), everything(), List.of(), header(), false));
    }
    return fileOf.get().containsKey(thing) ? Optional.of(module(thing)) : Optional.empty();
  }

  @Override
  public Stream<Directory.Entry> entries() {
    return Stream.empty();
  }

  private List<Quad> everything() {
    List<Quad> all = new ArrayList<>();
    snapshot
        .dataset()
        .find(KnowledgeBase.ONTOLOGY_GRAPH, Node.ANY, Node.ANY, Node.ANY)
        .forEachRemaining(all::add);
    return all;
  }

  private List<Triple> header() {
    List<Triple> triples = new ArrayList<>();
    Node ontology = Iris.ONTOLOGY;
    triples.add(triple(ontology, RDF.type.asNode(), OWL.Ontology.asNode()));
    triples.add(triple(ontology, SKOS.prefLabel.asNode(), english("Mesagraph ontology")));
    new TreeSet<>(fileOf.get().keySet().stream().map(Node::getURI).toList())
        .forEach(
            module -> triples.add(triple(ontology, DCTerms.hasPart.asNode(), Terms.iri(module))));
    snapshot
        .dataset()
        .find(KnowledgeBase.ONTOLOGY_GRAPH, Node.ANY, OWL.versionInfo.asNode(), Node.ANY)
        .forEachRemaining(
            quad -> triples.add(triple(ontology, OWL.versionInfo.asNode(), quad.getObject())));
    triples.add(triple(ontology, DCTerms.license.asNode(), Iris.LICENSE));
    triples.add(triple(ontology, in(Terms.VANN, "preferredNamespacePrefix"), text("mg")));
    triples.add(triple(ontology, in(Terms.VANN, "preferredNamespaceUri"), text(Vocab.NS)));
    return triples;
  }

  /** A module with all that its file states. */
  private Draft module(Node module) {
    String file = fileOf.get().get(module);
    List<Quad> stated = new ArrayList<>();
    for (Statement statement : snapshot.base().statements()) {
      if (statement.place().file().equals(file)) {
        stated.add(Quad.create(statement.graph(), statement.triple()));
      }
    }
    List<Triple> computed = new ArrayList<>();
    moduleOf
        .get()
        .forEach(
            (term, definedBy) -> {
              if (definedBy.equals(module)) {
                computed.add(triple(term, RDFS.isDefinedBy.asNode(), module));
              }
            });
    return new Draft(stated, List.of(), List.of(), computed, true);
  }

  /** Each module with its file. */
  private static Map<Node, String> files(KnowledgeBase base) {
    Map<Node, String> files = new HashMap<>();
    for (Statement statement : base.statements()) {
      Triple triple = statement.triple();
      if (triple.getObject().equals(OWL.Ontology.asNode()) && Iris.isOurs(triple.getSubject())) {
        files.put(triple.getSubject(), statement.place().file());
      }
    }
    return files;
  }

  /** Each term with the module of the file that says what it is; others may say more of it. */
  private static Map<Node, Node> modules(KnowledgeBase base, Map<Node, String> files) {
    Map<String, Node> byFile = new HashMap<>();
    files.forEach((module, file) -> byFile.put(file, module));
    Map<Node, Node> moduleOf = new HashMap<>();
    for (Statement statement : base.statements()) {
      Node module = byFile.get(statement.place().file());
      Triple triple = statement.triple();
      if (module != null
          && triple.getPredicate().equals(RDF.type.asNode())
          && Iris.isOurs(triple.getSubject())
          && !triple.getSubject().equals(module)) {
        moduleOf.putIfAbsent(triple.getSubject(), module);
      }
    }
    return moduleOf;
  }
}
