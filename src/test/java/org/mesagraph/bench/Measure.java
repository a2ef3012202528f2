package org.mesagraph.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.reasoner.InfGraph;
import org.apache.jena.reasoner.rulesys.GenericRuleReasoner;
import org.apache.jena.reasoner.rulesys.GenericRuleReasoner.RuleMode;
import org.apache.jena.reasoner.rulesys.Rule;
import org.mesagraph.reason.Closure;
import org.mesagraph.reason.Contenders;
import org.mesagraph.reason.Reasoner;
import org.mesagraph.reason.Revision;

/**
 * Measures one reasoner on one workload, in a virtual machine of its own: {@code Measure WHAT
 * WORKLOAD SIZE RUNS}, where WHAT is {@code engine}, {@code rete}, {@code compiled}, {@code
 * hybrid}, {@code changes} or {@code shares}.
 */
public final class Measure {

  private static final double MEGA = 1e6;
  private static final int CHANGES = 101;
  private static final Triple ANYTHING =
      Triple.create(
          NodeFactory.createVariable("s"),
          NodeFactory.createVariable("p"),
          NodeFactory.createVariable("o"));

  private Measure() {}

  public static void main(String[] arguments) throws IOException {
    int size = Integer.parseInt(arguments[2]);
    int runs = Integer.parseInt(arguments[3]);
    Workload workload = Workload.of(arguments[1], size);
    String label = arguments[0] + " " + arguments[1] + " " + workload.triples().size();
    switch (arguments[0]) {
      case "engine" -> closing(label, runs, workload, () -> engine(workload));
      case "rete" -> closing(label, runs, workload, () -> axioms(workload));
      case "compiled" -> closing(label, runs, workload, () -> jena(RETE, workload));
      case "hybrid" -> closing(label, runs, workload, () -> jena(HYBRID, workload));
      case "changes" -> changes(label, workload);
      case "hybrid-delete" -> hybridDeletes(label, runs, workload);
      case "shares" -> shares(label, workload);
      default -> throw new IllegalArgumentException("cannot measure " + arguments[0]);
    }
  }

  private static final RuleMode RETE = GenericRuleReasoner.FORWARD_RETE;
  private static final RuleMode HYBRID = GenericRuleReasoner.HYBRID;

  private static Object engine(Workload workload) {
    return Contenders.engine(0.2).close(workload.program(), workload.triples());
  }

  private static Object jena(RuleMode mode, Workload workload) {
    return Contenders.jena(mode, workload.program(), workload.triples());
  }

  /** The axioms as triples, under rules over axioms. */
  private static Object axioms(Workload workload) {
    List<Triple> all = new ArrayList<>(workload.ontology());
    all.addAll(workload.triples());
    return Contenders.jena(RETE, axiomRules(), all);
  }

  private static List<Rule> axiomRules() {
    try {
      return Rule.parseRules(
          Rule.rulesParserFromReader(
              Files.newBufferedReader(Workload.FOLDER.resolve("axioms.jena"))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void closing(String label, int runs, Workload workload, Supplier<Object> closing) {
    List<Double> seconds = new ArrayList<>();
    long before = heap();
    Object closure = null;
    for (int run = 0; run < runs; run++) {
      closure = null;
      long start = cpu();
      closure = closing.get();
      seconds.add((cpu() - start) / 1e9);
    }
    long bytes = heap() - before;
    long facts = facts(closure);
    System.out.printf(
        "%s: %d facts, %d derived, %s s, %.0f MB, %.0f bytes a fact%n",
        label,
        facts,
        facts - workload.triples().size(),
        spread(seconds),
        bytes / MEGA,
        (double) bytes / facts);
  }

  private static long facts(Object closure) {
    if (closure instanceof Closure ours) {
      return ours.matching(ANYTHING).count();
    }
    InfGraph jena = (InfGraph) closure;
    return jena.getRawGraph().size() + jena.getDeductionsGraph().size();
  }

  /** One triple after the other is retracted and asserted again; too quick for the other clock. */
  private static void changes(String label, Workload workload) {
    Closure closure = Contenders.engine(0.2).close(workload.program(), workload.triples());
    List<Triple> triples = new ArrayList<>(workload.triples());
    Collections.shuffle(triples, new Random(7));
    for (int round = 0; round < 3; round++) {
      List<Double> removing = new ArrayList<>();
      List<Double> adding = new ArrayList<>();
      for (Triple triple : triples.subList(round * CHANGES, (round + 1) * CHANGES)) {
        long start = System.nanoTime();
        Revision without = closure.revise(List.of(), List.of(triple));
        long middle = System.nanoTime();
        closure = without.closure().revise(List.of(triple), List.of()).closure();
        adding.add((System.nanoTime() - middle) / MEGA);
        removing.add((middle - start) / MEGA);
      }
      System.out.printf(
          "%s: round %d, retract %s ms, assert %s ms%n",
          label, round, spread(removing), spread(adding));
    }
  }

  /** What Jena needs to answer after one triple was deleted. */
  private static void hybridDeletes(String label, int runs, Workload workload) {
    InfGraph closure = (InfGraph) jena(HYBRID, workload);
    List<Double> seconds = new ArrayList<>();
    for (int run = 0; run < runs; run++) {
      long start = cpu();
      closure.delete(workload.triples().get(run * 37));
      closure.prepare();
      seconds.add((cpu() - start) / 1e9);
    }
    System.out.printf("%s: %s s a delete%n", label, spread(seconds));
  }

  /** At which share of removed triples it is faster to begin anew. */
  private static void shares(String label, Workload workload) {
    Reasoner patient = Contenders.engine(1000);
    Closure closure = patient.close(workload.program(), workload.triples());
    List<Triple> triples = new ArrayList<>(workload.triples());
    Collections.shuffle(triples, new Random(7));
    for (int percent : new int[] {1, 5, 10, 20, 30, 40}) {
      List<Triple> gone = triples.subList(0, triples.size() / 100 * percent);
      List<Triple> left = triples.subList(gone.size(), triples.size());
      List<Double> revising = new ArrayList<>();
      List<Double> anew = new ArrayList<>();
      List<Double> asserting = new ArrayList<>();
      for (int run = 0; run < 5; run++) {
        long start = cpu();
        Revision revision = closure.revise(List.of(), gone);
        long middle = cpu();
        patient.close(workload.program(), left).inferred();
        long end = cpu();
        revision.closure().revise(gone, List.of());
        asserting.add((cpu() - end) / 1e9);
        anew.add((end - middle) / 1e9);
        revising.add((middle - start) / 1e9);
      }
      System.out.printf(
          "%s: %d %% removed in %s s, asserted again in %s s, anew in %s s%n",
          label, percent, spread(revising), spread(asserting), spread(anew));
    }
  }

  private static String spread(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return String.format(
        "%.3g (%.3g – %.3g)",
        sorted.get(sorted.size() / 2), sorted.get(0), sorted.get(sorted.size() - 1));
  }

  /** The time that all threads were at work, which other programs disturb less than the clock. */
  private static long cpu() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private static long heap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
