package org.mesagraph.durability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mesagraph.base.KnowledgeBase;
import org.mesagraph.rule.Sample;

/**
 * A small project and a store of it, worked on by processes.
 *
 * @param root of the files
 */
record World(Path root, Path store, Path talks) {

  /** Makes the project; there is no store yet. */
  static World in(Path files, Path disk) throws IOException {
    World world =
        new World(
            files.resolve("root"),
            disk.resolve("store"),
            Files.createDirectories(files.resolve("talks")));
    Sample.load(world.root(), Sample.HOME.resolve("src/test/resources/store/small"));
    return world;
  }

  /** Adds a study that supports another to the files. */
  void edit(String study) throws IOException {
    String template =
        Files.readString(Sample.HOME.resolve("src/test/resources/durability/more.trig"));
    Files.writeString(
        root.resolve("data/two.trig"), template.replace("STUDY", study), StandardOpenOption.APPEND);
  }

  /** What the files state now. */
  KnowledgeBase files() {
    return KnowledgeBase.load(root);
  }

  ServerProcess load() throws IOException {
    return run(List.of(), List.of(), "load");
  }

  ServerProcess serve(String... more) throws IOException {
    return serve(List.of(), List.of(), more);
  }

  /** The same with a command that runs it and options for its virtual machine. */
  ServerProcess serve(List<String> before, List<String> options, String... more)
      throws IOException {
    List<String> arguments = new ArrayList<>(List.of("serve", "--port", "0"));
    arguments.addAll(Arrays.asList(more));
    return run(before, options, arguments.toArray(String[]::new));
  }

  ServerProcess run(List<String> before, List<String> options, String... command)
      throws IOException {
    List<String> arguments = new ArrayList<>(Arrays.asList(command));
    arguments.addAll(List.of("--store", store.toString(), "--root", root.toString()));
    return ServerProcess.start(
        Files.createTempFile(talks, "talk", ""), before, options, arguments.toArray(String[]::new));
  }
}
