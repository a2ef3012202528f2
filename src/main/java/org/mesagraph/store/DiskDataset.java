package org.mesagraph.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.apache.jena.dboe.base.file.ProcessFileLock;
import org.apache.jena.dboe.transaction.txn.TransactionException;
import org.apache.jena.graph.Node;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.NodeIdInline;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.mesagraph.base.KnowledgeBase;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.base.MesagraphException.Kind;
import org.mesagraph.base.Place;
import org.mesagraph.base.Problem;
import org.mesagraph.base.Statement;

/** Datasets of TDB2 in a folder; the one place that knows TDB2. */
final class DiskDataset {

  /** The file that TDB2 locks while it has a dataset open. */
  static final String LOCK = "tdb.lock";

  private DiskDataset() {}

  /**
   * Opens the dataset of a folder, which is empty if the folder is. What a killed writer left
   * unfinished is as if it had not been begun.
   *
   * @throws MesagraphException if another program uses it, or if it is damaged
   */
  static DatasetGraph open(Path folder) {
    try {
      TornJournal.mend(folder);
      return DatabaseMgr.connectDatasetGraph(folder.toString());
    } catch (TransactionException | IOException e) {
      throw new MesagraphException(
          Kind.INPUT, folder + " is damaged: " + e.getMessage() + " – load it again", e);
    } catch (JenaException e) {
      throw new MesagraphException(
          Kind.INPUT,
          folder + " cannot be opened: " + e.getMessage() + " – stop the program that uses it",
          e);
    }
  }

  /** Whether anybody has the dataset of a folder open. */
  static boolean isUsed(Path folder) {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    ProcessFileLock lock = ProcessFileLock.create(folder.resolve(LOCK).toString());
    if (lock.isLockedHere() || !lock.tryLock()) {
      return true;
    }
    ProcessFileLock.release(lock);
    return false;
  }

  /** Lets somebody look at the dataset of a folder. */
  static <T> T in(Path folder, Function<DatasetGraph, T> look) {
    DatasetGraph dataset = open(folder);
    try {
      return look.apply(dataset);
    } finally {
      close(dataset);
    }
  }

  /** The same with a copy of the folder, which is gone afterwards. */
  static <T> T inCopy(Path folder, Function<DatasetGraph, T> look) {
    try {
      Path copy = Files.createTempDirectory("mesagraph");
      try {
        Folders.copy(folder, copy.resolve("copy"), file -> !file.endsWith(LOCK));
        return in(copy.resolve("copy"), look);
      } finally {
        Folders.delete(copy);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets go of a dataset's files. */
  static void close(DatasetGraph dataset) {
    TDBInternal.expel(dataset);
  }

  /** Whether a dataset lies on disk. */
  static boolean is(DatasetGraph dataset) {
    return DatabaseMgr.isTDB2(dataset);
  }

  /**
   * Refuses numbers and dates that TDB2 would give back in another form than they were written, as
   * it does with 01 and 1.50.
   *
   * @throws MesagraphException with every place of every such literal
   */
  static void refuseOthers(KnowledgeBase base) {
    List<Problem> problems = new ArrayList<>();
    for (Statement statement : base.statements()) {
      Node object = statement.triple().getObject();
      if (!isKept(object)) {
        problems.add(problem(object, statement.place()));
      }
    }
    refuse(problems);
  }

  /** The same for quads of a change. */
  static void refuseOthers(Collection<Quad> quads) {
    List<Problem> problems = new ArrayList<>();
    for (Quad quad : quads) {
      if (!isKept(quad.getObject())) {
        problems.add(problem(quad.getObject(), Place.of("the change")));
      }
    }
    refuse(problems);
  }

  private static void refuse(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new MesagraphException(Kind.INPUT, problems);
    }
  }

  private static Problem problem(Node literal, Place place) {
    return new Problem(
        place,
        "a store would not keep “" + literal.getLiteralLexicalForm() + "” as it is written",
        "write " + stored(literal).getLiteralLexicalForm());
  }

  private static boolean isKept(Node node) {
    return !node.isLiteral() || node.equals(stored(node));
  }

  private static Node stored(Node literal) {
    NodeId id = NodeIdInline.inline(literal);
    return id == null ? literal : NodeIdInline.extract(id);
  }
}
