package org.mesagraph.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.mesagraph.store.Release;
import org.mesagraph.store.StoreFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Writes everything that is stated or follows to a store on disk. */
@Command(
    name = "load",
    description = {
      "Checks the files, reasons over them and writes all of it to a store.",
      "",
      "A store is a folder of releases. The new one is written beside the others, verified, and made",
      "current in one step; the one before is kept. A server goes on with the release that it has."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  mesagraph load --store /var/lib/mesagraph",
      "  mesagraph serve --store /var/lib/mesagraph"
    })
final class LoadCommand implements Callable<Integer> {

  @ParentCommand private Main main;
  @Spec private CommandSpec spec;

  @Option(
      names = "--store",
      required = true,
      paramLabel = "DIR",
      description = "Folder of the store; made if it is not there.")
  private Path store;

  @Override
  public Integer call() {
    Release release =
        StoredProject.load(main.root(), main.reasoner(), main.progress(), new StoreFolder(store));
    PrintWriter out = spec.commandLine().getOut();
    release.graphs().forEach((graph, triples) -> out.printf("%8d  %s%n", triples, graph));
    out.flush();
    spec.commandLine().getErr().println("loaded " + release.name() + " into " + store);
    return 0;
  }
}
