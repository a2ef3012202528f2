package org.mesagraph.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mesagraph.base.MesagraphException.Kind;
import org.mesagraph.store.Examination;
import org.mesagraph.store.Fingerprint;
import org.mesagraph.store.Release;
import org.mesagraph.store.StoreFolder;
import org.mesagraph.write.Live;
import org.mesagraph.write.LiveExamination;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Looks whether everything is in order that a server needs. */
@Command(
    name = "doctor",
    description = {
      "Looks whether everything is in order that a server needs: the Java, the files, the port, and",
      "the store: that every file is as it was loaded, all indexes agree, every term can be read,",
      "and just that follows which is held to. It changes nothing without --fix."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Exit code 1 if anything is not.",
      "",
      "Examples:",
      "  mesagraph doctor",
      "  mesagraph doctor --store /var/lib/mesagraph --fix"
    })
final class DoctorCommand implements Callable<Integer> {

  @ParentCommand private Main main;
  @Spec private CommandSpec spec;

  @Option(
      names = "--store",
      paramLabel = "DIR",
      description = "Folder of the store to look at as well.")
  private Optional<Path> store = Optional.empty();

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "3030",
      description = "Port that a server is to have (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--fix",
      description = "Load the store anew if anything is wrong with it, or if there is none yet.")
  private boolean fix;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    List<Examination> all = new ArrayList<>();
    all.add(new Examination("Java " + Runtime.version(), List.of()));
    all.add(Examination.of("the files are in order", this::files));
    Optional<StoreFolder> folder = store.map(StoreFolder::new);
    folder.ifPresent(found -> all.addAll(mended(found)));
    boolean served = folder.flatMap(StoreFolder::server).isPresent();
    if (!served) {
      all.add(Examination.of("port " + port + " is free", this::port));
    }
    all.forEach(examination -> tell(examination, out));
    out.flush();
    return all.stream().allMatch(Examination::passed) ? 0 : Kind.CHECK.exitCode();
  }

  private List<String> files() {
    Project.inspect(main.root(), main.reasoner(), main.progress()).queries();
    return List.of();
  }

  private List<Examination> mended(StoreFolder folder) {
    List<Examination> found = examine(folder);
    if (!fix || found.stream().allMatch(Examination::passed)) {
      return found;
    }
    PrintWriter err = spec.commandLine().getErr();
    found.forEach(examination -> tell(examination, err));
    Release release = StoredProject.load(main.root(), main.reasoner(), main.progress(), folder);
    err.println("fixed: loaded " + release.name() + " into " + folder.folder());
    folder
        .server()
        .ifPresent(server -> err.println("  = help: tell it to reload: kill -HUP, " + server));
    // a dataset of changes that is not as it should be is made anew when it is opened to be written
    return release.examine(main.reasoner());
  }

  private List<Examination> live(StoreFolder folder, Release release) {
    return LiveExamination.of(folder.folder().resolve(Live.FOLDER), release, main.reasoner());
  }

  private List<Examination> examine(StoreFolder folder) {
    List<Examination> all = new ArrayList<>();
    all.add(Examination.of("the store has a current release", () -> release(folder)));
    if (all.get(0).passed()) {
      folder.kept().forEach(release -> all.addAll(release.examine(main.reasoner())));
      if (folder.server().isEmpty()) {
        folder.current().ifPresent(release -> all.addAll(live(folder, release)));
      }
    }
    return all;
  }

  private List<String> release(StoreFolder folder) {
    Optional<Release> current = folder.current();
    if (current.isEmpty()) {
      return List.of("the store is empty – mesagraph load --store " + folder.folder());
    }
    Fingerprint now = Fingerprint.of(main.root(), Project.program());
    if (!current.get().fingerprint().equals(now)) {
      spec.commandLine()
          .getErr()
          .println(
              current.get().name()
                  + " was loaded from other files or by another program; a server would load anew");
    }
    return List.of();
  }

  private List<String> port() {
    try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return free.isBound() ? List.of() : List.of("not bound");
    } catch (IOException e) {
      return List.of("it is taken – choose another with --port");
    }
  }

  private static void tell(Examination examination, PrintWriter writer) {
    if (examination.passed()) {
      writer.println("✓ " + examination.what());
    }
    examination.faults().forEach(fault -> writer.println("✗ " + examination.what() + ": " + fault));
  }
}
