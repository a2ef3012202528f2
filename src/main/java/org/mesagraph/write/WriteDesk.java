package org.mesagraph.write;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.jena.query.QueryException;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.update.UpdateException;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.base.Statement;
import org.mesagraph.guard.QueryRefused;
import org.mesagraph.store.Change;
import org.mesagraph.store.ChangeSet;
import org.mesagraph.store.Writer;
import org.mesagraph.write.Edit.Outcome;
import org.mesagraph.write.RefusedException.Reason;

/**
 * The one who writes. Each request is evaluated beside the dataset, checked and reasoned over; then
 * it is recorded, and only what cannot fail for a reason that lies in it is left: to make it, and
 * to let readers see it. One request after the other, in a thread of its own.
 */
public final class WriteDesk implements AutoCloseable {

  private static final ChangeSet NOTHING =
      new ChangeSet(List.of(), List.of(), List.of(), List.of());

  private final Writer writer;
  private final ChangeLog log;
  private final Judgement judgement;
  private final Limits limits;
  private final Clock clock;
  private final String origin;
  private final UpdateReader updates;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread one = new Thread(work, "write");
            one.setDaemon(true);
            return one;
          });
  private volatile Publication publication = (commit, after, version) -> commit.run();
  private volatile String stopped = "";

  /**
   * A desk.
   *
   * @param origin name of the state before the first change
   */
  WriteDesk(
      Writer writer,
      ChangeLog log,
      Inspector inspector,
      Limits limits,
      Clock clock,
      String origin) {
    this.writer = writer;
    this.log = log;
    this.judgement = new Judgement(inspector);
    this.limits = limits;
    this.clock = clock;
    this.origin = origin;
    this.updates = UpdateReader.of(writer.snapshot().base(), limits);
  }

  /** From now on, this is told of every change in the moment that it is made. */
  public void publishTo(Publication to) {
    publication = to;
  }

  /** Reads the updates that are made here. */
  public UpdateReader updates() {
    return updates;
  }

  /** The version of everything as it is now; no other state ever has the same. */
  public String version() {
    return log.position() == 0
        ? origin
        : origin + "." + log.position() + "-" + log.seal().substring(0, 8);
  }

  /** Why nothing is written any more; empty if all is well. */
  public String stopped() {
    return stopped;
  }

  /**
   * Does what a request asks for, and returns when it is recorded and made.
   *
   * @throws RefusedException if it is not done; whether anything is recorded depends on the reason
   */
  public Receipt make(Request request) {
    Future<Receipt> receipt = thread.submit(() -> work(request));
    try {
      return receipt.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RefusedException(
          Reason.BUSY, "the server is stopping – whether the change is made is not known", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw new IllegalStateException(e);
    }
  }

  private Receipt work(Request request) {
    if (!stopped.isEmpty()) {
      throw new RefusedException(Reason.STOPPED, stopped);
    }
    String version = version();
    if (request.version().filter(wanted -> !wanted.equals(version)).isPresent()) {
      throw new RefusedException(
          Reason.OUTDATED, "the version is " + version + " by now – read it again, then write");
    }
    long position = log.position() + 1;
    Evaluated evaluated = evaluate(request.edit(), position);
    if (request.onlyNew() && !evaluated.outcome().isNew()) {
      throw new RefusedException(Reason.OUTDATED, "there is such a graph already");
    }
    if (evaluated.added().isEmpty() && evaluated.removed().isEmpty()) {
      return new Receipt(evaluated.outcome(), version, log.position(), NOTHING);
    }
    Judgement.checkTerms(evaluated.added());
    Change change = prepare(evaluated, position);
    judgement.check(change);
    ChangeSet changes = change.changes();
    log.append(
        new Entry(
            position,
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            request.author(),
            request.edit().kind(),
            changes.added(),
            changes.removed()));
    apply(change, position);
    return new Receipt(evaluated.outcome(), version(), position, changes);
  }

  /** What an edit comes to. */
  private record Evaluated(Outcome outcome, List<Quad> added, List<Quad> removed) {}

  private Evaluated evaluate(Edit edit, long position) {
    Overlay overlay = Overlay.toEdit(writer.snapshot().dataset(), limits.quads());
    try {
      return Txn.calculateWrite(
          overlay,
          () -> {
            Outcome outcome = edit.on(overlay, position);
            return new Evaluated(outcome, overlay.added(), overlay.removed());
          });
    } catch (QueryRefused e) {
      throw UpdateReader.refusal(e);
    } catch (QueryException | UpdateException e) {
      throw new RefusedException(Reason.UNFIT, String.valueOf(e.getMessage()), e);
    } catch (StackOverflowError e) {
      throw new RefusedException(Reason.UNFIT, "nested too deeply – write it in parts", e);
    }
  }

  private Change prepare(Evaluated evaluated, long position) {
    List<Statement> added =
        evaluated.added().stream().map(quad -> LogReader.statement(quad, position)).toList();
    try {
      return writer.prepare(added, evaluated.removed());
    } catch (MesagraphException e) {
      throw e.kind() == MesagraphException.Kind.USAGE
          ? new RefusedException(Reason.FORBIDDEN, e.getMessage(), e)
          : new RefusedException(
              Reason.UNFIT,
              e.problems().isEmpty() ? e.getMessage() : "a statement is not in order",
              e.problems().stream().map(Defect::of).toList());
    } catch (IllegalArgumentException e) {
      throw new RefusedException(Reason.UNFIT, String.valueOf(e.getMessage()), e);
    }
  }

  /** From here on, the change is recorded. */
  private void apply(Change change, long position) {
    String version = version();
    try {
      writer.apply(change, commit -> publication.publish(commit, change.after(), version));
    } catch (RuntimeException | Error e) {
      stopped =
          "change "
              + position
              + " is recorded and could not be made – it will be there after a restart; until then"
              + " nothing is written";
      throw new RefusedException(Reason.STOPPED, stopped, e);
    }
  }

  /** Finishes what is being written and writes nothing any more. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(limits.patience().toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException(new TimeoutException("a change takes too long"));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    updates.close();
    log.close();
    writer.snapshot().close();
  }
}
