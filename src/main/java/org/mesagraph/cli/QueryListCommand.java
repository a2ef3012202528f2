package org.mesagraph.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
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
    description = "Lists the saved queries with their parameters.",
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
      JsonArray list = new JsonArray();
      for (SavedQuery query : parent.queries().all()) {
        JsonArray parameters = new JsonArray();
        query.header().params().forEach(parameter -> parameters.add(parameter.name()));
        JsonObject object = new JsonObject();
        object.put("name", query.name());
        object.put("topic", query.topic());
        object.put("summary", query.header().summary());
        object.put("params", parameters);
        list.add(object);
      }
      out.println(list);
      return 0;
    }
    List<List<String>> rows = new ArrayList<>();
    for (SavedQuery query : parent.queries().all()) {
      String parameters =
          String.join(
              " ", query.header().params().stream().map(QueryListCommand::signature).toList());
      rows.add(List.of(query.name(), parameters, query.header().summary()));
    }
    out.print(TextTable.of(List.of("Name", "Parameters", "Question"), rows, Terminal.columns()));
    out.flush();
    return 0;
  }

  private static String signature(Parameter parameter) {
    return parameter.required() ? parameter.name() : "[" + parameter.name() + "]";
  }
}
