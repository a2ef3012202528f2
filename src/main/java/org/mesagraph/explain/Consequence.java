package org.mesagraph.explain;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Triple;

/**
 * What becomes of one conclusion, a triple that follows without being stated, when statements are
 * withdrawn.
 *
 * @param effect what becomes of it
 * @param triple the conclusion as it was before, or as it is afterwards if it is gained
 * @param instead what holds afterwards in its place, if it changed
 * @param gone if it is weakened, its minimal proofs that stand no longer
 * @param left if it is weakened, minimal proofs by which it still holds
 */
public record Consequence(
    Effect effect, Triple triple, Optional<Triple> instead, ProofSet gone, ProofSet left) {

  private static final ProofSet NONE = new ProofSet(List.of(), 0, ProofSet.Extent.ALL);

  /** What becomes of a conclusion. */
  public enum Effect {
    /** It followed before and does not hold afterwards. */
    LOST("holds no longer"),
    /**
     * It followed before and does not hold afterwards; its subject had this one value for the
     * predicate before, and has one other value afterwards.
     */
    CHANGED("has another value"),
    /**
     * It holds before and afterwards, and at least one of its minimal proofs stands no longer: the
     * proof rests on a withdrawn statement, or on the absence of something that now holds. What was
     * stated, is withdrawn and follows from the rest as well belongs here too.
     */
    WEAKENED("holds, but fewer proofs of it stand"),
    /** It did not hold before and follows afterwards, by a rule that closes the world. */
    GAINED("follows only now"),
    /**
     * It holds before and afterwards and the withdrawal reaches it, but there were too many such
     * conclusions, or too many proofs of it, to look at all; those looked at stand.
     */
    NOT_COMPARED("holds; its proofs were not all compared"),
    /** It holds before and afterwards by the same minimal proofs. */
    UNAFFECTED("holds as before");

    private final String meaning;

    Effect(String meaning) {
      this.meaning = meaning;
    }

    /** What becomes of such a conclusion, in words. */
    public String meaning() {
      return meaning;
    }
  }

  static Consequence of(Effect effect, Triple triple) {
    return new Consequence(effect, triple, Optional.empty(), NONE, NONE);
  }

  static Consequence change(Triple before, Triple after) {
    return new Consequence(Effect.CHANGED, before, Optional.of(after), NONE, NONE);
  }

  static Consequence weakened(Triple triple, ProofSet gone, ProofSet left) {
    return new Consequence(Effect.WEAKENED, triple, Optional.empty(), gone, left);
  }
}
