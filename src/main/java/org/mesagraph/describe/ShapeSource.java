package org.mesagraph.describe;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.mesagraph.base.Lazy;

/** The SHACL shapes that data are checked with, which are no part of the dataset. */
final class ShapeSource implements Source {

  private final Lazy<DatasetGraph> shapes;

  ShapeSource(Collection<Triple> triples) {
    this.shapes =
        new Lazy<>(
            () -> {
              DatasetGraph dataset = DatasetGraphFactory.create();
              triples.forEach(triple -> dataset.add(Quad.create(Quad.defaultGraphIRI, triple)));
              return dataset;
            });
  }

  @Override
  public Optional<Draft> find(Node thing) {
    if (!Iris.kind(thing).equals(Optional.of("shape"))) {
      return Optional.empty();
    }
    Excerpt excerpt = Excerpt.of(thing, shapes.get());
    return Optional.of(
            Draft.computed(
                Stream.concat(excerpt.about().stream(), excerpt.pointing().stream())
                    .map(Quad::asTriple)
                    .toList()))
        .filter(draft -> !draft.isEmpty());
  }

  @Override
  public Stream<Directory.Entry> entries() {
    Labels labels = new Labels(shapes.get());
    return shapes
        .get()
        .getDefaultGraph()
        .find()
        .mapWith(Triple::getSubject)
        .filterKeep(Iris::isOurs)
        .toSet()
        .stream()
        .map(shape -> new Directory.Entry(shape, labels.of(shape)));
  }
}
