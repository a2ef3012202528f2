package org.mesagraph.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.base.MesagraphException.Kind;
import org.mesagraph.base.Statement;

/**
 * The dataset on disk that changes are made in. It is never trusted: what it should hold is known
 * from elsewhere, and it is compared with that, quad by quad, before it is used. If it lacks what
 * was agreed on but not made when the process ended, that is made; if it differs in any other way,
 * it is made anew.
 *
 * @param folder where it lies, beside what it can be made anew from
 */
public record LiveDataset(Path folder) {

  private static final String DATASET = "tdb2";
  private static final String UNFINISHED = "new-tdb2";

  /**
   * A dataset that is as it should be.
   *
   * @param writer changes it
   * @param how what had to be done
   */
  public record Opened(Writer writer, How how) {}

  /** What had to be done to a dataset before it could be used. */
  public enum How {
    /** It was not there. */
    MADE,
    /** Nothing. */
    AS_IT_SHOULD_BE,
    /** The last changes were made. */
    COMPLETED,
    /** It was damaged, or another, and was made anew. */
    MADE_ANEW
  }

  /**
   * Opens the dataset with what a snapshot holds after all changes together.
   *
   * @param start before the first change
   * @param position how many changes there were
   * @throws MesagraphException if the changes cannot be made of this snapshot
   */
  public Opened open(
      Snapshot start, Collection<Statement> added, Collection<Quad> removed, long position) {
    Change change = Change.of(start, added, removed);
    Snapshot after = change.after();
    try {
      Files.createDirectories(folder);
      if (!Files.isDirectory(folder.resolve(DATASET))) {
        return new Opened(Writer.of(after.on(make(after, position))), How.MADE);
      }
      return check(after, position);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Looks at the dataset, of which nothing is changed; it must not be in use.
   *
   * @return what is wrong; that it lacks the last changes is not, as they are made before it is
   *     used
   */
  public List<String> faults(
      Snapshot start, Collection<Statement> added, Collection<Quad> removed, long position) {
    if (!Files.isDirectory(folder.resolve(DATASET))) {
      return List.of();
    }
    Set<Quad> expected = Change.of(start, added, removed).after().quads();
    return DiskDataset.inCopy(
        folder.resolve(DATASET),
        dataset -> {
          List<String> faults = new ArrayList<>(IndexCheck.faults(dataset));
          long marked = Txn.calculateRead(dataset, () -> Writer.position(dataset));
          if (marked > position) {
            faults.add("it has " + marked + " changes, and the log " + position);
          } else if (marked == position && !difference(dataset, expected).isEmpty()) {
            faults.add("it does not hold what the changes come to");
          }
          return faults;
        });
  }

  private Opened check(Snapshot after, long position) throws IOException {
    DatasetGraph dataset;
    try {
      dataset = DiskDataset.open(folder.resolve(DATASET));
    } catch (MesagraphException e) {
      if (e.getMessage().contains("stop the program")) {
        throw e;
      }
      return new Opened(Writer.of(after.on(make(after, position))), How.MADE_ANEW);
    }
    try {
      if (!IndexCheck.faults(dataset).isEmpty()) {
        throw new IllegalStateException("indexes that do not agree");
      }
      Difference difference = difference(dataset, after.quads());
      long marked = Txn.calculateRead(dataset, () -> Writer.position(dataset));
      boolean equal = difference.isEmpty();
      if (marked > position) {
        DiskDataset.close(dataset);
        throw new MesagraphException(
            Kind.INPUT,
            folder
                + " has a dataset with "
                + marked
                + " changes and a log with "
                + position
                + " – restore the log from a copy, or move the folder away to go on without them");
      }
      if (marked != position && (equal || marked < position)) {
        Txn.executeWrite(
            dataset,
            () -> {
              difference.superfluous().forEach(dataset::delete);
              difference.missing().forEach(dataset::add);
              Writer.mark(dataset, position);
            });
        if (difference(dataset, after.quads()).isEmpty()) {
          return new Opened(
              Writer.of(after.on(dataset)), equal ? How.AS_IT_SHOULD_BE : How.COMPLETED);
        }
      } else if (equal) {
        return new Opened(Writer.of(after.on(dataset)), How.AS_IT_SHOULD_BE);
      }
    } catch (MesagraphException e) {
      throw e;
    } catch (RuntimeException | InternalError e) {
      // a damaged dataset fails in as many ways as there are places to damage; it is made anew
    }
    DiskDataset.close(dataset);
    return new Opened(Writer.of(after.on(make(after, position))), How.MADE_ANEW);
  }

  /** In what two sets of quads differ. */
  private record Difference(Set<Quad> missing, Set<Quad> superfluous) {
    boolean isEmpty() {
      return missing.isEmpty() && superfluous.isEmpty();
    }
  }

  private static Difference difference(DatasetGraph dataset, Set<Quad> expected) {
    Set<Quad> missing = new HashSet<>(expected);
    Set<Quad> superfluous = new HashSet<>();
    Txn.executeRead(
        dataset,
        () ->
            dataset
                .findNG(null, null, null, null)
                .forEachRemaining(
                    quad -> {
                      if (!missing.remove(quad)) {
                        superfluous.add(quad);
                      }
                    }));
    return new Difference(missing, superfluous);
  }

  private DatasetGraph make(Snapshot after, long position) throws IOException {
    Path unfinished = folder.resolve(UNFINISHED);
    delete(unfinished);
    Files.createDirectories(unfinished);
    DatasetGraph dataset = DiskDataset.open(unfinished);
    try {
      Txn.executeWrite(
          dataset,
          () -> {
            Snapshot.fill(dataset, after.base(), after.inferred());
            Writer.mark(dataset, position);
          });
    } finally {
      DiskDataset.close(dataset);
    }
    Path place = folder.resolve(DATASET);
    delete(place);
    Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE);
    DatasetGraph made = DiskDataset.open(place);
    if (!difference(made, after.quads()).isEmpty()) {
      throw new IllegalStateException(place + " does not hold what was just written into it");
    }
    return made;
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> paths;
    try (Stream<Path> below = Files.walk(folder)) {
      paths = below.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : paths) {
      Files.delete(path);
    }
  }
}
