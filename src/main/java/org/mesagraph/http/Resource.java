package org.mesagraph.http;

/** Answers what is asked at a path. */
@FunctionalInterface
public interface Resource<S> {

  /**
   * Answers from a state.
   *
   * @throws RefusalException if there is no answer
   * @throws org.mesagraph.base.MesagraphException the same, told by its kind
   */
  Reply answer(S state, Inquiry inquiry);
}
