package org.mesagraph.describe;

import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/** Knows the things of some kinds that are not, or not only, in the dataset. */
interface Source {

  /** What there is to say of a thing, if it is one of these. */
  Optional<Draft> find(Node thing);

  /** All of these things. */
  Stream<Directory.Entry> entries();
}
