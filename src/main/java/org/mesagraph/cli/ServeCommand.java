package org.mesagraph.cli;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mesagraph.server.Current;
import org.mesagraph.server.Server;
import org.mesagraph.server.Setup;
import org.mesagraph.server.Writing;
import org.mesagraph.store.StoreFolder;
import org.mesagraph.store.StoreLock;
import org.mesagraph.write.AuditLog;
import org.mesagraph.write.Live;
import org.mesagraph.write.Token;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Starts the server and runs until it is interrupted. */
@Command(
    name = "serve",
    description =
        "Answers SPARQL, saved queries and proofs over HTTP; changes nothing unless told to.",
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
  private static final String NO_RELOAD =
      "not reloaded: a server that takes changes reads the files when it starts – restart it";

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

  @Option(
      names = "--watch",
      description = {
        "Go over to what the files and the store hold whenever they change; without it, at the",
        "signal HUP. If they are not in order, what was in order is answered from."
      })
  private boolean watch;

  @Option(
      names = "--update",
      description = {
        "Take changes at /update and /data from whoever shows the token; needs --store. They are",
        "kept in the folder live of the store, beside its releases."
      })
  private boolean update;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = {
        "The token of those who may write, in a file that others cannot read (default: the",
        "variable MESAGRAPH_TOKEN of the environment)."
      })
  private Optional<Path> tokenFile = Optional.empty();

  @Mixin private OperationOptions operation;

  @Override
  public Integer call() {
    if (port < 0 || port > GREATEST_PORT) {
      throw new ParameterException(
          spec.commandLine(), "--port must be a number from 0 to " + GREATEST_PORT);
    }
    if (update && store.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "--update needs --store DIR, where the changes are kept");
    }
    if (update && watch) {
      throw new ParameterException(
          spec.commandLine(), "--watch is not for --update: changed files would undo changes");
    }
    PrintWriter err = spec.commandLine().getErr();
    Optional<Token> token =
        update ? Optional.of(Token.find(tokenFile, System.getenv())) : Optional.empty();
    Optional<StoreFolder> folder = store.map(StoreFolder::new);
    Origin origin = new Origin(main.root(), folder, update, main.reasoner(), main.progress());
    Watch watched = new Watch(places());
    // not let go of before the process ends
    Optional<StoreLock> serving = folder.map(StoreFolder::serve);
    Origin.Opened opened = origin.open();
    Project project = opened.project();
    project.snapshot().closeAhead();
    project.snapshot().fillAhead();
    Current current = Current.of(origin.served(opened));
    Server server = Server.start(current, setup(opened.live(), token));
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> stop(server, opened.live(), serving, err), "stop"));
    Reload reload = new Reload(origin, opened, current, err);
    Hangup.runs(update ? () -> err.println(NO_RELOAD) : reload::asked);
    if (watch) {
      watched.run(reload::noticed);
    }
    String base = operation.shownBase(host, server.port());
    err.printf(
        "mesagraph %s · %,d statements, %,d more follow · %d saved queries%n",
        VersionCommand.version(),
        project.snapshot().base().triples().size(),
        project.snapshot().closure().inferred().size(),
        project.queries().all().size());
    err.println(opened.how());
    opened
        .live()
        .ifPresent(live -> err.println("writing " + base + "/update and " + base + "/data"));
    err.println("pages " + base + "/ · SPARQL " + base + "/sparql · queries " + base + "/q/");
    server.metricsPort().ifPresent(at -> err.println("metrics " + operation.shownMetrics(at)));
    err.printf(
        "ready in %.1f s, stop with Ctrl-C%n",
        ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0);
    server.await();
    return 0;
  }

  /** What is looked at for changes: what people edit, and which release is current. */
  private List<Path> places() {
    List<Path> places =
        new ArrayList<>(
            List.of(
                main.root().resolve("ontology"),
                main.root().resolve("data"),
                main.root().resolve("queries")));
    store.map(folder -> folder.resolve("current")).ifPresent(places::add);
    return places;
  }

  private Setup setup(Optional<Live> live, Optional<Token> token) {
    Setup setup = operation.applyTo(Setup.local().at(host, port), port);
    if (live.isEmpty()) {
      return setup;
    }
    Path folder = store.orElseThrow().resolve(Live.FOLDER);
    AuditLog audit = new AuditLog(folder, Clock.systemUTC());
    return setup.with(new Writing(live.get().desk(), token.orElseThrow(), audit));
  }

  private static void stop(
      Server server, Optional<Live> live, Optional<StoreLock> serving, PrintWriter err) {
    server.stop();
    live.ifPresent(Live::close);
    serving.ifPresent(StoreLock::close);
    err.println("stopped");
    err.flush();
  }
}
