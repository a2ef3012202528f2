package org.mesagraph.cli;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mesagraph.server.Server;
import org.mesagraph.store.StoreFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Starts the server and runs until it is interrupted. */
@Command(
    name = "serve",
    description = "Answers SPARQL, saved queries and proofs over HTTP, read-only.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  mesagraph serve",
      "  mesagraph serve --port 0        any free port",
      "  mesagraph serve --store DIR     from disk, see mesagraph load --help",
      "  curl 'http://127.0.0.1:3030/q/evidence-matrix.csv'"
    })
final class ServeCommand implements Callable<Integer> {

  private static final int GREATEST_PORT = 65_535;

  @ParentCommand private Main main;
  @Spec private CommandSpec spec;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "3030",
      description = "Port, 0 for any free one (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description = "Address to listen on (default: ${DEFAULT-VALUE}, this machine only).")
  private String host;

  @Option(
      names = "--store",
      paramLabel = "DIR",
      description = {
        "Answer from the store in this folder; loads it if the files are not those that it was",
        "loaded from (default: from memory)."
      })
  private Optional<Path> store = Optional.empty();

  @Override
  public Integer call() {
    if (port < 0 || port > GREATEST_PORT) {
      throw new ParameterException(
          spec.commandLine(), "--port must be a number from 0 to " + GREATEST_PORT);
    }
    PrintWriter err = spec.commandLine().getErr();
    Optional<StoredProject> stored =
        store.map(
            folder ->
                StoredProject.open(
                    main.root(), main.reasoner(), main.progress(), new StoreFolder(folder)));
    Project project =
        stored
            .map(StoredProject::project)
            .orElseGet(() -> Project.open(main.root(), main.reasoner(), main.progress()));
    project.snapshot().closeAhead();
    project.snapshot().fillAhead();
    Server server = Server.start(project.snapshot(), project.queries(), host, port);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, err), "stop"));
    String base = "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + server.port();
    err.printf(
        "mesagraph %s · %,d statements, %,d more follow · %d saved queries%n",
        VersionCommand.version(),
        project.snapshot().base().triples().size(),
        project.snapshot().closure().inferred().size(),
        project.queries().all().size());
    stored.ifPresent(from -> err.println("store " + store.get() + " · " + from.how()));
    err.println("pages " + base + "/ · SPARQL " + base + "/sparql · queries " + base + "/q/");
    err.printf(
        "ready in %.1f s, stop with Ctrl-C%n",
        ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0);
    server.await();
    return 0;
  }

  private static void stop(Server server, PrintWriter err) {
    server.stop();
    err.println("stopped");
    err.flush();
  }
}
