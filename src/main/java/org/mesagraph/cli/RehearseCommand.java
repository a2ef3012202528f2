package org.mesagraph.cli;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.jena.graph.Triple;
import org.mesagraph.explain.ExplanationService;
import org.mesagraph.query.QueryRunner;
import org.mesagraph.query.SavedQuery;
import org.mesagraph.server.Current;
import org.mesagraph.server.Served;
import org.mesagraph.server.Server;
import org.mesagraph.server.Setup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/**
 * Does a little of everything, so that the launcher can keep the classes that were loaded for it,
 * and the program what it computed.
 */
@Command(
    name = "rehearse",
    description = "Does a little of everything, for the launcher to prepare quicker starts.",
    hidden = true)
final class RehearseCommand implements Callable<Integer> {

  private static final int PATIENCE_MS = 10_000;

  @ParentCommand private Main main;

  @Override
  public Integer call() throws IOException {
    Project.open(main.root(), main.reasoner(), main.progress());
    // what was kept just now is read in another way
    Project project = Project.open(main.root(), main.reasoner(), main.progress());
    ExplanationService service =
        ExplanationService.of(project.snapshot().base(), project.snapshot().closure());
    for (Triple triple : project.snapshot().inferred().stream().limit(1).toList()) {
      service.asText(service.explain(triple, 1));
    }
    QueryRunner runner =
        new QueryRunner(project.snapshot().dataset(), project.snapshot().base().prefixes());
    for (SavedQuery query : project.queries().all()) {
      if (query.header().params().isEmpty()) {
        AnswerText answer =
            new AnswerText(runner.run(query, Map.of()), runner.prefixes(), List.of());
        answer.write(AnswerFormat.TABLE);
        answer.write(AnswerFormat.TSV);
        break;
      }
    }
    serve(project.served(main.root()));
    return 0;
  }

  private static void serve(Served served) throws IOException {
    Server server = Server.start(Current.of(served), Setup.local());
    try {
      URI home = URI.create("http://127.0.0.1:" + server.port() + "/");
      HttpURLConnection connection = (HttpURLConnection) home.toURL().openConnection();
      connection.setReadTimeout(PATIENCE_MS);
      connection.getResponseCode();
    } finally {
      server.stop();
    }
  }
}
