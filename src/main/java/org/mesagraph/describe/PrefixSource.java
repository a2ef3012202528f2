package org.mesagraph.describe;

import static org.mesagraph.describe.Terms.english;
import static org.mesagraph.describe.Terms.sh;
import static org.mesagraph.describe.Terms.text;
import static org.mesagraph.describe.Terms.triple;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.mesagraph.base.Prefixes;

/**
 * The list of prefixes, which the ontology declares and no graph holds.
 *
 * @param prefixes all of them
 */
record PrefixSource(Prefixes prefixes) implements Source {

  private static final String MODULE = "ontology/module/prefixes";

  @Override
  public Optional<Draft> find(Node thing) {
    String path = Iris.path(thing);
    if (path.equals(MODULE)) {
      List<Triple> triples = new ArrayList<>();
      triples.add(triple(thing, RDF.type.asNode(), OWL.Ontology.asNode()));
      triples.add(triple(thing, SKOS.prefLabel.asNode(), english("prefixes")));
      prefixes
          .namespaces()
          .forEach((name, namespace) -> triples.addAll(declaration(name, namespace)));
      return Optional.of(Draft.computed(triples));
    }
    return path.startsWith(MODULE + "/")
        ? Optional.ofNullable(prefixes.namespaces().get(path.substring(MODULE.length() + 1)))
            .map(iri -> Draft.computed(declaration(path.substring(MODULE.length() + 1), iri)))
        : Optional.empty();
  }

  @Override
  public Stream<Directory.Entry> entries() {
    return Stream.concat(
        Stream.of(new Directory.Entry(Iris.of(MODULE), "prefixes")),
        prefixes.namespaces().keySet().stream()
            .map(name -> new Directory.Entry(Iris.of(MODULE + "/" + name), name)));
  }

  private static List<Triple> declaration(String name, String namespace) {
    Node declaration = Iris.of(MODULE + "/" + name);
    Node iri = NodeFactory.createLiteralDT(namespace, XSDDatatype.XSDanyURI);
    return List.of(
        triple(Iris.of(MODULE), sh("declare"), declaration),
        triple(declaration, RDF.type.asNode(), sh("PrefixDeclaration")),
        triple(declaration, sh("prefix"), text(name)),
        triple(declaration, sh("namespace"), iri));
  }
}
