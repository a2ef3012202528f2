package org.mesagraph.reason;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;

/** Everything that is asserted or follows, and how. Immutable and safe to share. */
public interface Closure {

  /** Whether a triple is asserted or follows. */
  boolean contains(Triple triple);

  /** Whether a triple is asserted. */
  boolean isAsserted(Triple triple);

  /** The triples that follow without being asserted, in a fixed order. */
  List<Triple> inferred();

  /** The triples, asserted or inferred, that match a pattern; variables match anything. */
  Stream<Triple> matching(Triple pattern);

  /**
   * Every derivation of a triple in one step: that it is asserted, and each instance of a rule that
   * concludes it. Empty if the triple does not hold.
   */
  List<Step> steps(Triple triple);

  /**
   * The step by which a triple was found. Its premises were found before it, so that whoever goes
   * from premise to premise arrives at what is asserted. Empty if the triple does not hold.
   */
  Optional<Step> justification(Triple triple);

  /**
   * The instances of rules that come nearest to concluding a triple, those with the fewest missing
   * premises only and one for each set of missing premises; in a fixed order. Empty if the triple
   * holds or no rule concludes anything like it.
   */
  List<NearMiss> nearMisses(Triple triple);

  /**
   * The instances of rules that lack just so many premises for a triple, or fewer of which only
   * some are named; one for each set of missing premises. Empty if the triple holds.
   *
   * @param missing how many, at most two
   */
  List<NearMiss> nearMisses(Triple triple, int missing);

  /** The triples that say of something that it is an {@code owl:Nothing}: contradictions. */
  default List<Triple> inconsistencies() {
    Node anything = NodeFactory.createVariable("x");
    Triple pattern = Triple.create(anything, RDF.type.asNode(), OWL.Nothing.asNode());
    return TripleOrder.sort(matching(pattern).toList());
  }

  /**
   * The closure after a change of what is asserted, equal to one computed afresh. This closure
   * stays as it is, so that readers of it are not disturbed and a change can be tried and dropped.
   *
   * @param added triples to assert; those that are asserted already change nothing
   * @param removed triples to assert no longer, before the others are added; those that are not
   *     asserted change nothing
   * @param progress is told how far the work is, and may end it by throwing
   */
  Revision revise(Collection<Triple> added, Collection<Triple> removed, Progress progress);

  /** The same without anybody watching. */
  default Revision revise(Collection<Triple> added, Collection<Triple> removed) {
    return revise(added, removed, Progress.UNWATCHED);
  }
}
