package org.mesagraph.explain;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
    collect(leaves, Collections.newSetFromMap(new IdentityHashMap<>()));
    return leaves;
  }

  /** Proofs of one premise may be shared by many, and are passed once. */
  private void collect(Set<Triple> leaves, Set<Proof> seen) {
    if (!seen.add(this)) {
      return;
    }
    if (isLeaf()) {
      leaves.add(conclusion());
    }
    premises.forEach(premise -> premise.collect(leaves, seen));
  }

  /** How many steps the proof has when written out as a tree, leaves among them. */
  public long size() {
    return size(new IdentityHashMap<>());
  }

  private long size(Map<Proof, Long> known) {
    Long size = known.get(this);
    if (size == null) {
      size = 1L;
      for (Proof premise : premises) {
        size = Math.min(Long.MAX_VALUE / 2, size + premise.size(known));
      }
      known.put(this, size);
    }
    return size;
  }
}
