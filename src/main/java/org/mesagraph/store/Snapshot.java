package org.mesagraph.store;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.mesagraph.base.KnowledgeBase;
import org.mesagraph.base.Lazy;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.base.Statement;
import org.mesagraph.reason.Closure;
import org.mesagraph.reason.Progress;
import org.mesagraph.reason.Reasoner;
import org.mesagraph.rule.Program;

/**
 * One state of everything: what the files state, the rules, what follows, and all of it as a
 * dataset. What nobody asks for is not made.
 */
public final class Snapshot {

  /** The graph of what follows. */
  public static final Node INFERRED_GRAPH = NodeFactory.createURI(KnowledgeBase.GRAPH + "inferred");

  private final Reasoner reasoner;
  private final KnowledgeBase base;
  private final Lazy<Program> program;
  private final Lazy<Closure> closure;
  private final Lazy<List<Triple>> inferred;
  private final Lazy<UnionDefaultGraph> dataset;
  private final Timing reasoning;

  private Snapshot(
      Reasoner reasoner,
      KnowledgeBase base,
      Lazy<Program> program,
      Lazy<Closure> closure,
      Lazy<List<Triple>> inferred,
      Lazy<UnionDefaultGraph> dataset,
      Timing reasoning) {
    this.reasoner = reasoner;
    this.base = base;
    this.program = program;
    this.closure = closure;
    this.inferred = inferred;
    this.dataset = dataset;
    this.reasoning = reasoning;
  }

  /**
   * Reasons over a knowledge base; the dataset is in memory.
   *
   * @throws MesagraphException if a rule or axiom is not supported
   */
  public static Snapshot of(KnowledgeBase base, Reasoner reasoner) {
    return of(base, reasoner, Progress.UNWATCHED);
  }

  /**
   * The same.
   *
   * @param progress is told how far the reasoning is
   * @throws MesagraphException if a rule or axiom is not supported
   */
  public static Snapshot of(KnowledgeBase base, Reasoner reasoner, Progress progress) {
    Program program = Program.of(base);
    Timing reasoning = new Timing();
    Closure closure = reasoning.of(() -> reasoner.close(program, base.triples(), progress));
    return new Snapshot(
        reasoner,
        base,
        Lazy.of(program),
        Lazy.of(closure),
        Lazy.of(closure.inferred()),
        new Lazy<>(() -> inMemory(base, closure.inferred())),
        reasoning);
  }

  /** What was kept of an earlier snapshot: nothing is computed again. */
  static Snapshot kept(KnowledgeBase base, KeptSteps steps, Reasoner reasoner) {
    Lazy<Program> program = new Lazy<>(() -> Program.of(base));
    Timing reasoning = new Timing();
    Lazy<Closure> closure =
        new Lazy<>(
            () ->
                reasoning.of(
                    () ->
                        steps.areComplete()
                            ? reasoner.restore(
                                program.get(), base.triples(), steps.under(program.get()))
                            : reasoner.close(program.get(), base.triples())));
    return new Snapshot(
        reasoner,
        base,
        program,
        closure,
        Lazy.of(steps.inferred()),
        new Lazy<>(() -> inMemory(base, steps.inferred())),
        reasoning);
  }

  /** The same, with queries answered from a dataset that holds just this already. */
  Snapshot on(DatasetGraph stored) {
    return new Snapshot(
        reasoner,
        base,
        program,
        closure,
        inferred,
        Lazy.of(new UnionDefaultGraph(stored)),
        reasoning);
  }

  /** The state after a change of what is stated, in the same dataset. */
  Snapshot revised(KnowledgeBase changed, Program rules, Closure after) {
    return new Snapshot(
        reasoner,
        changed,
        Lazy.of(rules),
        Lazy.of(after),
        new Lazy<>(after::inferred),
        dataset,
        reasoning);
  }

  /** What draws conclusions. */
  Reasoner reasoner() {
    return reasoner;
  }

  /** What the files state. */
  public KnowledgeBase base() {
    return base;
  }

  /** The rules that were applied. */
  public Program program() {
    return program.get();
  }

  /** What is stated or follows, with its derivations. */
  public Closure closure() {
    return closure.get();
  }

  /** How long drawing all conclusions took, or reading those that were kept, once it was done. */
  public Optional<Duration> reasoned() {
    return reasoning.last();
  }

  /** What follows without being stated, in a fixed order; known without the closure if kept. */
  public List<Triple> inferred() {
    return inferred.get();
  }

  /** The same for queries; read-only, default graph = union of all named graphs. */
  public DatasetGraph dataset() {
    return dataset.get();
  }

  /** Every quad of the dataset. */
  Set<Quad> quads() {
    Set<Quad> quads = new HashSet<>();
    base.statements()
        .forEach(statement -> quads.add(Quad.create(statement.graph(), statement.triple())));
    inferred().forEach(triple -> quads.add(Quad.create(INFERRED_GRAPH, triple)));
    return quads;
  }

  /** Begins to make the closure while the caller goes on with something else. */
  public void closeAhead() {
    ForkJoinPool.commonPool().execute(closure::get);
  }

  /** Begins to fill the dataset while the caller goes on with something else. */
  public void fillAhead() {
    ForkJoinPool.commonPool().execute(dataset::get);
  }

  /** Lets go of the files of a dataset on disk; nobody may read from it any more. */
  public void close() {
    if (DiskDataset.is(writable())) {
      DiskDataset.close(writable());
    }
  }

  /** The dataset as it can be written to. */
  DatasetGraph writable() {
    return dataset.get().base();
  }

  private static UnionDefaultGraph inMemory(KnowledgeBase base, Collection<Triple> inferred) {
    DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
    Txn.executeWrite(dataset, () -> fill(dataset, base, inferred));
    return new UnionDefaultGraph(dataset);
  }

  /** Writes everything into an empty dataset, within a transaction of the caller's. */
  static void fill(DatasetGraph dataset, KnowledgeBase base, Collection<Triple> inferred) {
    for (Statement statement : base.statements()) {
      dataset.add(Quad.create(statement.graph(), statement.triple()));
    }
    for (Triple triple : inferred) {
      dataset.add(Quad.create(INFERRED_GRAPH, triple));
    }
    base.prefixes().namespaces().forEach((name, iri) -> dataset.prefixes().add(name, iri));
  }
}
