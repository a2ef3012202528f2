package org.mesagraph.reason;

/** Is told from time to time how far a long piece of reasoning is. */
@FunctionalInterface
public interface Progress {

  /** Watches nothing and lets everything run to its end. */
  Progress UNWATCHED = (taken, known) -> {};

  /**
   * Some more facts were taken. Whoever throws here, such as a {@link
   * java.util.concurrent.CancellationException}, ends the work; what there was before it is left as
   * it was.
   *
   * @param taken how many facts were joined with those before them
   * @param known how many facts are known, those taken among them
   */
  void report(long taken, long known);
}
