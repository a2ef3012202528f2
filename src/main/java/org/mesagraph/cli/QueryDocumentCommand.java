package org.mesagraph.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.base.MesagraphException.Kind;
import org.mesagraph.base.Suggestion;
import org.mesagraph.query.Answer;
import org.mesagraph.query.Parameter;
import org.mesagraph.query.QueryRunner;
import org.mesagraph.query.SavedQuery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Writes what the saved queries of a topic find as one document. */
@Command(
    name = "document",
    description =
        "Writes the answers of all queries of a topic that need no parameter as Markdown.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  mesagraph query document corrections > docs/corrections.md"})
final class QueryDocumentCommand implements Callable<Integer> {

  @ParentCommand private QueryCommand parent;
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "TOPIC", description = "A folder of queries/.")
  private String topic;

  @Override
  public Integer call() {
    Project project = parent.project();
    List<SavedQuery> all =
        project.queries().all().stream()
            .filter(query -> query.query().isSelectType())
            .filter(query -> query.header().params().stream().noneMatch(Parameter::required))
            .toList();
    List<SavedQuery> queries = all.stream().filter(query -> query.topic().equals(topic)).toList();
    if (queries.isEmpty()) {
      List<String> known = all.stream().map(SavedQuery::topic).distinct().toList();
      String cure =
          Suggestion.nearest(topic, known)
              .map(near -> "did you mean " + near + "?")
              .orElse("write one of " + String.join(", ", known));
      throw new MesagraphException(Kind.USAGE, "nothing to write on “" + topic + "” – " + cure);
    }
    QueryRunner runner =
        new QueryRunner(project.snapshot().dataset(), project.snapshot().base().prefixes());
    PrintWriter out = spec.commandLine().getOut();
    out.print("# " + topic.substring(0, 1).toUpperCase(Locale.ROOT) + topic.substring(1) + "\n\n");
    out.print("Computed from the graph by `./mesagraph query document " + topic + "`.\n");
    for (SavedQuery query : queries) {
      out.print("\n## " + query.header().summary() + "\n\n");
      out.print(query.header().description().strip() + " (`" + query.name() + "`)\n\n");
      Answer answer = runner.run(query, Map.of());
      out.print(
          answer.rows().isEmpty()
              ? "Nothing is found.\n"
              : new AnswerText(answer, runner.prefixes(), List.of()).write(AnswerFormat.MARKDOWN));
    }
    out.flush();
    return 0;
  }
}
