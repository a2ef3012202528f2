package org.mesagraph.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFDataMgr;
import org.mesagraph.base.KnowledgeBase;
import org.mesagraph.base.Place;
import org.mesagraph.base.Prefixes;
import org.mesagraph.base.RuleText;
import org.mesagraph.base.Statement;
import org.mesagraph.rule.Axioms;
import org.mesagraph.rule.Program;
import org.mesagraph.rule.RuleFile;

/**
 * Rules with triples to apply them to.
 *
 * @param ontology the triples of the axioms that the rules were compiled from, if any
 */
public record Workload(Program program, List<Triple> ontology, List<Triple> triples) {

  public static final Path HOME = Path.of(System.getProperty("mesagraph.home", "."));
  public static final Path FOLDER = HOME.resolve("src/test/resources/bench");

  /** Of a name: {@code university}, {@code naive}, {@code tuned} or {@code project}. */
  public static Workload of(String name, int size) throws IOException {
    return switch (name) {
      case "university" -> university(size);
      case "naive", "tuned" ->
          new Workload(
              rules(FOLDER.resolve(name + ".rules")), List.of(), Studies.triples(size, 100));
      case "project" -> project();
      default -> throw new IllegalArgumentException("no workload " + name);
    };
  }

  private static Workload university(int size) {
    List<Statement> axioms = new ArrayList<>();
    List<Triple> ontology =
        RDFDataMgr.loadGraph(FOLDER.resolve("university.ttl").toString()).find().toList();
    for (Triple triple : ontology) {
      axioms.add(new Statement(KnowledgeBase.ONTOLOGY_GRAPH, triple, Place.of("university.ttl")));
    }
    Program program = Program.of(Axioms.compile(axioms, Prefixes.read(HOME), new ArrayList<>()));
    return new Workload(program, ontology, Universities.triples(size));
  }

  /** The program of a rules file. */
  public static Program rules(Path file) throws IOException {
    RuleText text = new RuleText(file.getFileName().toString(), Files.readString(file));
    return Program.of(RuleFile.parse(List.of(text), new ArrayList<>()));
  }

  private static Workload project() {
    KnowledgeBase base = KnowledgeBase.load(HOME);
    return new Workload(Program.of(base), List.of(), List.copyOf(base.triples()));
  }
}
