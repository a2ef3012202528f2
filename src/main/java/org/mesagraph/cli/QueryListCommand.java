package org.mesagraph.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.mesagraph.query.Catalogue;
import org.mesagraph.query.Parameter;
import org.mesagraph.query.SavedQuery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Lists the saved queries. */
@Command(
    name = "list",
    description = "Lists the saved queries by topic, with their parameters.",
    mixinStandardHelpOptions = true)
final class QueryListCommand implements Callable<Integer> {

  @ParentCommand private QueryCommand parent;
  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "As JSON.")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Catalogue.of(parent.queries(), ""));
      return 0;
    }
    List<List<String>> rows = new ArrayList<>();
    String topic = "";
    for (SavedQuery query : parent.queries().all()) {
      String parameters =
          String.join(
              " ", query.header().params().stream().map(QueryListCommand::signature).toList());
      String heading = query.topic().equals(topic) ? "" : query.topic();
      rows.add(List.of(heading, query.name(), parameters, query.header().summary()));
      topic = query.topic();
    }
    List<String> heads = List.of("Topic", "Name", "Parameters", "Question");
    out.print(TextTable.of(heads, rows, Terminal.columns()));
    out.flush();
    return 0;
  }

  private static String signature(Parameter parameter) {
    return parameter.required() ? parameter.name() : "[" + parameter.name() + "]";
  }
}
