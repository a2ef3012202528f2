package org.mesagraph.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.mesagraph.query.Parameter;
import org.mesagraph.query.SavedQuery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Shows what a saved query asks. */
@Command(
    name = "show",
    description = "Shows the parameters, the columns and the SPARQL of a saved query.",
    mixinStandardHelpOptions = true)
final class QueryShowCommand implements Callable<Integer> {

  @ParentCommand private QueryCommand parent;
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "NAME", description = "Name of the query.")
  private String name;

  @Override
  public Integer call() {
    SavedQuery query = parent.queries().named(name);
    PrintWriter out = spec.commandLine().getOut();
    out.println("# " + query.name() + ": " + query.header().summary() + "  (" + query.file() + ")");
    query.header().description().lines().forEach(line -> out.println("# " + line));
    for (Parameter parameter : query.header().params()) {
      out.println(
          "# "
              + parameter.name()
              + ": "
              + parameter.type().text()
              + (parameter.required() ? ", required" : "")
              + parameter.example().map(example -> ", such as " + example).orElse(""));
    }
    out.println(query.sparql().strip());
    out.flush();
    return 0;
  }
}
