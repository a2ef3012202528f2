package org.mesagraph.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.mesagraph.base.LineIndex;
import org.mesagraph.explain.Coverage;
import org.mesagraph.explain.Passages;
import org.mesagraph.reason.Closure;
import org.mesagraph.store.Snapshot;
import org.mesagraph.vocab.Vocab;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Counts what the graph holds. */
@Command(
    name = "stats",
    description = "Counts what the graph holds.",
    mixinStandardHelpOptions = true)
final class StatsCommand implements Callable<Integer> {

  private static final List<String> KINDS =
      List.of(
          "SourceDocument",
          "Claim",
          "Study",
          "Finding",
          "EvidenceLine",
          "Proposition",
          "Caveat",
          "Measurement",
          "Verification",
          "FailureMode",
          "Technique",
          "Work",
          "Organization");

  @ParentCommand private Main main;
  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "As JSON.")
  private boolean json;

  @Option(
      names = "--coverage",
      description = "Says which content lines of each source nothing is stated from (exit code 1).")
  private boolean coverage;

  @Option(
      names = "--proofs",
      description = "Also counts in how many ways statements follow, which takes a while.")
  private boolean proofs;

  @Override
  public Integer call() {
    Project project = Project.open(main.root(), main.reasoner(), main.progress());
    return coverage ? coverage(project) : counts(project);
  }

  private int coverage(Project project) {
    PrintWriter out = spec.commandLine().getOut();
    Passages passages = new Passages(project.snapshot().closure());
    int uncovered = 0;
    JsonArray sources = new JsonArray();
    for (LineIndex index : LineIndex.readAll(main.root())) {
      Coverage lines = Coverage.of(passages, index);
      uncovered += lines.uncovered().size();
      if (json) {
        JsonArray missing = new JsonArray();
        lines.uncovered().forEach(missing::add);
        JsonObject source = new JsonObject();
        source.put("source", lines.source());
        source.put("lines", index.lines().size());
        source.put("content", lines.content());
        source.put("uncovered", missing);
        sources.add(source);
        continue;
      }
      out.printf(
          "%s  %d lines, %d with content, %d without a statement%n",
          lines.source(), index.lines().size(), lines.content(), lines.uncovered().size());
      lines.uncovered().forEach(line -> out.println("    " + lines.source() + ":" + line));
    }
    if (json) {
      out.println(sources);
    }
    out.flush();
    return uncovered == 0 ? 0 : 1;
  }

  private int counts(Project project) {
    Snapshot snapshot = project.snapshot();
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      JsonObject counts = new JsonObject();
      counts.put("files", snapshot.base().files());
      counts.put("statements", snapshot.base().triples().size());
      counts.put("inferred", snapshot.closure().inferred().size());
      if (proofs) {
        counts.put("derivations", derivations(snapshot.closure()));
      }
      counts.put("rules", snapshot.program().rules().size());
      counts.put("strata", snapshot.program().strata().size());
      counts.put("queries", project.queries().all().size());
      JsonObject kinds = new JsonObject();
      for (String kind : KINDS) {
        kinds.put(kind, count(snapshot.closure(), NodeFactory.createURI(Vocab.NS + kind)));
      }
      counts.put("kinds", kinds);
      out.println(counts);
      return 0;
    }
    out.printf(
        "%8d  statements in %d files%n", snapshot.base().triples().size(), snapshot.base().files());
    out.printf("%8d  more that follow%n", snapshot.closure().inferred().size());
    if (proofs) {
      out.printf("%8d  ways in which these follow by one rule%n", derivations(snapshot.closure()));
    }
    out.printf(
        "%8d  rules in %d strata%n",
        snapshot.program().rules().size(), snapshot.program().strata().size());
    out.printf("%8d  saved queries%n", project.queries().all().size());
    for (String kind : KINDS) {
      out.printf(
          "%8d  %s%n",
          count(snapshot.closure(), NodeFactory.createURI(Vocab.NS + kind)), "mg:" + kind);
    }
    out.flush();
    return 0;
  }

  private static long derivations(Closure closure) {
    return closure.inferred().stream().mapToLong(triple -> closure.steps(triple).size()).sum();
  }

  private static long count(Closure closure, Node type) {
    Triple pattern = Triple.create(NodeFactory.createVariable("x"), RDF.type.asNode(), type);
    try (Stream<Triple> members = closure.matching(pattern)) {
      return members.count();
    }
  }
}
