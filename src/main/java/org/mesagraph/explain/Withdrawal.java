package org.mesagraph.explain;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * What is taken away to see what falls.
 *
 * @param named the things whose withdrawal was asked for
 * @param fallen the things that count no longer: those named and what falls with them
 * @param parts what belongs to a study that falls, such as its findings; it is still there, but
 *     what is concluded about it is concluded about the study
 * @param removed the stated triples that are stated no longer, in a fixed order
 */
public record Withdrawal(
    List<Node> named, Set<Node> fallen, Set<Node> parts, List<Triple> removed) {

  public Withdrawal {
    named = List.copyOf(named);
    fallen = Collections.unmodifiableSet(new LinkedHashSet<>(fallen));
    parts = Set.copyOf(parts);
    removed = List.copyOf(removed);
  }

  /** Whether a triple is about something that falls, rather than about the rest of the world. */
  boolean concerns(Triple triple) {
    return fallen.contains(triple.getSubject())
        || fallen.contains(triple.getObject())
        || parts.contains(triple.getSubject());
  }
}
