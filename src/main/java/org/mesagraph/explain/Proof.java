package org.mesagraph.explain;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Triple;
import org.mesagraph.reason.Step;

/**
 * A derivation down to what files state.
 *
 * @param step why the conclusion holds
 * @param premises proofs of the premises of the step; empty for a leaf
 */
public record Proof(Step step, List<Proof> premises) {

  public Proof {
    premises = List.copyOf(premises);
  }

  /** A proof that consists in the statement of a file. */
  static Proof leaf(Triple triple) {
    return new Proof(new Step.Asserted(triple), List.of());
  }

  public Triple conclusion() {
    return step.conclusion();
  }

  public boolean isLeaf() {
    return step instanceof Step.Asserted;
  }

  /** The stated triples that the proof rests on. */
  public Set<Triple> leaves() {
    Set<Triple> leaves = new LinkedHashSet<>();
    collect(leaves);
    return leaves;
  }

  private void collect(Set<Triple> leaves) {
    if (isLeaf()) {
      leaves.add(conclusion());
    }
    premises.forEach(premise -> premise.collect(leaves));
  }

  /** How many steps the proof has, leaves among them. */
  public int size() {
    return 1 + premises.stream().mapToInt(Proof::size).sum();
  }
}
