package org.mesagraph.query;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.system.Txn;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.base.MesagraphException.Kind;
import org.mesagraph.base.Prefixes;
import org.mesagraph.base.Problem;

/** The checks of a folder, by name. */
public final class Checks {

  /** Where the checks of everything that is stated or follows are kept. */
  public static final String FOLDER = "queries/checks";

  /**
   * Where the checks of what the ontology states are kept: the critical pitfalls of the OOPS!
   * catalogue, by their numbers.
   */
  public static final String PITFALLS = "queries/pitfalls";

  private static final long TIMEOUT_MS = 30_000;

  private final List<Check> checks;

  private Checks(List<Check> checks) {
    this.checks = List.copyOf(checks);
  }

  /**
   * Reads {@code *.rq} in a folder.
   *
   * @param folder one of {@link #FOLDER} and {@link #PITFALLS}
   * @throws MesagraphException with every problem of every file, if there is any
   */
  public static Checks read(Path root, String folder, Prefixes prefixes) {
    List<Problem> problems = new ArrayList<>();
    List<Check> checks = new ArrayList<>();
    for (Path path : TextFile.list(root.resolve(folder), ".rq")) {
      Optional<QueryFile> file = QueryFile.read(root, path, problems);
      if (file.isPresent()) {
        Problems here = new Problems(file.get().file(), problems);
        Check.read(file.get(), prefixes, here).ifPresent(checks::add);
      }
    }
    SavedQueries.refuse(problems);
    return new Checks(checks);
  }

  /** All of them, in order of name. */
  public List<Check> all() {
    return checks;
  }

  /**
   * What the checks find, in order of check.
   *
   * @param dataset its default graph must be the union of all graphs
   */
  public List<CheckFinding> run(DatasetGraph dataset) {
    return checks.parallelStream()
        .flatMap(check -> Txn.calculateRead(dataset, () -> run(check, dataset)).stream())
        .toList();
  }

  private static List<CheckFinding> run(Check check, DatasetGraph dataset) {
    List<CheckFinding> findings = new ArrayList<>();
    try (QueryExec execution =
        QueryExec.dataset(dataset).query(check.query()).timeout(TIMEOUT_MS).build()) {
      RowSet rows = execution.select();
      while (rows.hasNext()) {
        Binding row = rows.next();
        findings.add(
            new CheckFinding(
                check.name(),
                check.severity(),
                focus(check, row),
                message(check, row),
                check.fix()));
      }
    } catch (QueryCancelledException e) {
      throw new MesagraphException(
          Kind.LIMIT,
          check.file() + " takes more than " + TIMEOUT_MS + " ms – write it so that it finds less",
          e);
    }
    return findings;
  }

  private static Node focus(Check check, Binding row) {
    Node focus = row.get("focus");
    if (focus == null) {
      throw new MesagraphException(
          Kind.INPUT, check.file() + ": a row has no ?focus: bind it in every row");
    }
    return focus;
  }

  private static String message(Check check, Binding row) {
    Node message = row.get("message");
    return message == null || !message.isLiteral()
        ? check.summary()
        : message.getLiteralLexicalForm();
  }
}
