package org.mesagraph.explain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.mesagraph.base.KnowledgeBase;
import org.mesagraph.base.Prefixes;
import org.mesagraph.explain.Consequence.Effect;
import org.mesagraph.reason.Closure;
import org.mesagraph.reason.MaterializingReasoner;
import org.mesagraph.reason.Progress;
import org.mesagraph.rule.Program;
import org.mesagraph.rule.Sample;

/** A small project and what it comes to, to withdraw things from. */
record WhatIfSample(KnowledgeBase base, Program program, Closure closure) {

  static WhatIfSample of(KnowledgeBase base) {
    Program program = Program.of(base);
    return new WhatIfSample(
        base, program, new MaterializingReasoner().close(program, base.triples()));
  }

  /** A folder of test files; with the project's rules if it has none of its own. */
  static WhatIfSample load(String name, Path root) {
    Path folder = Sample.HOME.resolve("src/test/resources/whatif").resolve(name);
    try {
      if (!Files.exists(folder.resolve("ontology/rules"))) {
        Files.createDirectories(root.resolve("ontology/rules"));
        try (Stream<Path> rules = Files.list(Sample.HOME.resolve("ontology/rules"))) {
          for (Path file : rules.toList()) {
            Files.copy(file, root.resolve("ontology/rules").resolve(file.getFileName()));
          }
        }
      }
      return of(Sample.load(root, folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Node node(String name) {
    return prefixes().expand(name);
  }

  Triple triple(String text) {
    String[] words = text.split(" ");
    return Triple.create(node(words[0]), node(words[1]), node(words[2]));
  }

  Aftermath without(String... names) {
    return new WhatIf(base, program, closure)
        .without(Stream.of(names).map(this::node).toList(), Progress.UNWATCHED);
  }

  /** The conclusions of one effect about anything but what falls, as people read them. */
  List<String> told(Aftermath aftermath, Effect effect) {
    return aftermath.of(effect, false).stream().map(this::show).sorted().toList();
  }

  private String show(Consequence consequence) {
    return prefixes().show(consequence.triple())
        + consequence.instead().map(other -> " → " + prefixes().show(other.getObject())).orElse("");
  }

  private Prefixes prefixes() {
    return base.prefixes();
  }
}
