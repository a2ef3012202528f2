package org.mesagraph.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.jena.atlas.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says which version this is. */
@Command(
    name = "version",
    description = "Says which version this is.",
    mixinStandardHelpOptions = true)
final class VersionCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "As JSON.")
  private boolean json;

  /** The version from the jar's manifest, or "development" when run from classes. */
  static String version() {
    return Optional.ofNullable(VersionCommand.class.getPackage().getImplementationVersion())
        .orElse("development");
  }

  @Override
  public Integer call() {
    if (json) {
      JsonObject object = new JsonObject();
      object.put("version", version());
      object.put("java", System.getProperty("java.version"));
      spec.commandLine().getOut().println(object);
    } else {
      spec.commandLine().getOut().println("mesagraph " + version());
    }
    return 0;
  }

  /** The same for {@code --version}. */
  static final class Provider implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"mesagraph " + version()};
    }
  }
}
