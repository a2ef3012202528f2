package org.mesagraph.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.base.MesagraphException.Kind;
import org.mesagraph.base.Prefixes;
import org.mesagraph.base.Suggestion;
import org.mesagraph.query.Answer;
import org.mesagraph.query.QueryRunner;
import org.mesagraph.query.SavedQueries;
import org.mesagraph.query.SavedQuery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Runs a saved query. */
@Command(
    name = "query",
    description = "Runs a saved query by name, with its parameters as k=v.",
    mixinStandardHelpOptions = true,
    subcommands = {
      QueryDocumentCommand.class,
      QueryListCommand.class,
      QueryShowCommand.class,
      QueryTestCommand.class
    },
    footer = {
      "",
      "Examples:",
      "  mesagraph query list",
      "  mesagraph query evidence-for-failure-mode mode=deceptive-alignment",
      "  mesagraph query results-of-study study=alignment-faking --format csv"
    })
final class QueryCommand implements Callable<Integer> {

  @ParentCommand private Main main;
  @Spec private CommandSpec spec;

  @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "Name of the query.")
  private Optional<String> name = Optional.empty();

  @Parameters(index = "1..*", paramLabel = "k=v", description = "Values of its parameters.")
  private List<String> arguments = new ArrayList<>();

  @Option(
      names = "--format",
      description = "${COMPLETION-CANDIDATES} (default: table in a terminal, otherwise tsv).")
  private Optional<AnswerFormat> format = Optional.empty();

  @Option(names = "--json", description = "Short for --format json.")
  private boolean json;

  @Option(
      names = "--columns",
      split = ",",
      paramLabel = "NAME",
      description = "Only these columns, in this order, in tables and tsv.")
  private List<String> columns = new ArrayList<>();

  @Override
  public Integer call() {
    if (name.isEmpty()) {
      throw new MesagraphException(Kind.USAGE, "which query? – see mesagraph query list");
    }
    Map<String, List<String>> given = new LinkedHashMap<>();
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      if (equals < 1) {
        throw new MesagraphException(
            Kind.USAGE, "“" + argument + "” is not a parameter – write name=value");
      }
      given
          .computeIfAbsent(argument.substring(0, equals), key -> new ArrayList<>())
          .add(argument.substring(equals + 1));
    }
    Project project = project();
    project.snapshot().fillAhead();
    SavedQuery query = project.query(name.get()).orElseThrow(() -> unknown(project.queries()));
    QueryRunner runner =
        new QueryRunner(project.snapshot().dataset(), project.snapshot().base().prefixes());
    Answer answer = runner.run(query, given);
    AnswerFormat chosen =
        json
            ? AnswerFormat.JSON
            : format.orElse(Terminal.isOne() ? AnswerFormat.TABLE : AnswerFormat.TSV);
    PrintWriter out = spec.commandLine().getOut();
    out.print(new AnswerText(answer, runner.prefixes(), columns).write(chosen));
    out.flush();
    return 0;
  }

  /** The name may be that of a misspelt subcommand as well. */
  private MesagraphException unknown(SavedQueries queries) {
    List<String> known = new ArrayList<>(spec.subcommands().keySet());
    queries.all().forEach(query -> known.add(query.name()));
    return new MesagraphException(
        Kind.USAGE, "no query “" + name.get() + "”" + Suggestion.phrase(name.get(), known));
  }

  /** The saved queries, read without loading the data. */
  SavedQueries queries() {
    return SavedQueries.read(main.root(), Prefixes.read(main.root()));
  }

  /** The folder that the command works on. */
  Path root() {
    return main.root();
  }

  /** The project that the command works on. */
  Project project() {
    return Project.open(main.root(), main.reasoner(), main.progress());
  }
}
