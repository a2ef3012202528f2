package org.mesagraph.reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.mesagraph.base.Place;
import org.mesagraph.rule.Atom;
import org.mesagraph.rule.Program;
import org.mesagraph.rule.Rule;

/** Whoever reads a closure sees one state of it, whatever becomes of it elsewhere. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReadersTest {

  private static final int LENGTH = 24;
  private static final int REVISIONS = 400;
  private static final Node NEXT = NodeFactory.createURI("https://example.org/next");
  private static final Node REACHES = NodeFactory.createURI("https://example.org/reaches");
  private static final Node X = NodeFactory.createVariable("x");
  private static final Node Y = NodeFactory.createVariable("y");
  private static final Node Z = NodeFactory.createVariable("z");

  private static final Program PROGRAM =
      Program.of(
          List.of(
              rule("step", List.of(Triple.create(X, NEXT, Y)), Triple.create(X, REACHES, Y)),
              rule(
                  "way",
                  List.of(Triple.create(X, REACHES, Y), Triple.create(Y, NEXT, Z)),
                  Triple.create(X, REACHES, Z))));

  /** A closure in which just the first so many stations follow each other. */
  private record Line(Closure closure, int length) {}

  @Test
  void readers_see_one_state_while_another_thread_goes_on_changing() throws Exception {
    AtomicReference<Line> newest =
        new AtomicReference<>(new Line(close(PROGRAM, next(0, LENGTH)), LENGTH));
    AtomicBoolean done = new AtomicBoolean();
    AtomicInteger seen = new AtomicInteger();
    Callable<Void> reader =
        () -> {
          do {
            read(newest.get());
            seen.incrementAndGet();
          } while (!done.get());
          return null;
        };
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<Void>> readers =
          IntStream.range(0, 3).mapToObj(i -> threads.submit(reader)).toList();
      Future<?> writer = threads.submit(() -> write(newest, done));
      for (Future<Void> future : readers) {
        future.get();
      }
      writer.get();
    } finally {
      threads.shutdownNow();
    }

    assertThat(seen.get()).isPositive();
  }

  /** Shortens and lengthens the line. */
  private static void write(AtomicReference<Line> newest, AtomicBoolean done) {
    try {
      for (int i = 0; i < REVISIONS; i++) {
        Line line = newest.get();
        int length = 2 + (line.length() * 7 + 5) % (LENGTH - 2);
        List<Triple> added = next(line.length(), length);
        List<Triple> removed = next(length, line.length());
        newest.set(new Line(line.closure().revise(added, removed).closure(), length));
      }
    } finally {
      done.set(true);
    }
  }

  private static void read(Line line) {
    Closure closure = line.closure();
    int stations = line.length() + 1;
    int ways = stations * (stations - 1) / 2;
    Set<Triple> reached =
        closure.matching(Triple.create(X, REACHES, Y)).collect(Collectors.toSet());
    assertThat(reached).hasSize(ways);
    assertThat(closure.inferred()).hasSize(ways);
    Triple last = Triple.create(station(0), REACHES, station(line.length()));
    assertThat(closure.contains(last)).isTrue();
    assertThat(closure.steps(last)).hasSize(1);
    Triple proved = last;
    int depth = 1;
    while (closure.justification(proved).orElseThrow() instanceof Step.Inferred step
        && step.premises().size() > 1) {
      proved = step.premises().get(0);
      assertThat(reached).contains(proved);
      depth++;
    }
    assertThat(depth).isEqualTo(line.length());
    Triple beyond = Triple.create(station(0), REACHES, station(line.length() + 1));
    assertThat(closure.contains(beyond)).isFalse();
    assertThat(closure.nearMisses(beyond)).isNotEmpty();
  }

  @Test
  void a_change_that_is_cancelled_leaves_what_there_was() throws ExecutionException {
    List<Triple> longLine = next(0, 120);
    Closure before = close(PROGRAM, longLine);
    List<Triple> inferred = before.inferred();
    List<Long> reports = new ArrayList<>();
    Progress cancelling =
        (taken, known) -> {
          reports.add(taken);
          throw new CancellationException("enough");
        };

    assertThatThrownBy(() -> before.revise(next(120, 260), List.of(), cancelling))
        .isInstanceOf(CancellationException.class);
    assertThatThrownBy(() -> before.revise(next(120, 260), longLine.subList(0, 100), cancelling))
        .isInstanceOf(CancellationException.class);
    assertThatThrownBy(() -> new MaterializingReasoner().close(PROGRAM, next(0, 260), cancelling))
        .isInstanceOf(CancellationException.class);

    assertThat(reports).hasSize(3);
    read(new Line(before, 120));
    assertThat(before.inferred()).isEqualTo(inferred);
    read(new Line(before.revise(next(120, 125), List.of()).closure(), 125));
  }

  /** Three hundred facts, of which any two go with the last one. */
  @Test
  void a_single_fact_that_takes_long_can_be_cancelled_too() {
    Program any =
        Program.of(
            List.of(
                rule(
                    "any",
                    List.of(
                        Triple.create(X, REACHES, X),
                        Triple.create(Y, NEXT, NodeFactory.createVariable("a")),
                        Triple.create(Z, NEXT, NodeFactory.createVariable("b"))),
                    Triple.create(X, REACHES, X))));
    List<Triple> facts = new ArrayList<>(next(0, 300));
    facts.add(Triple.create(station(0), REACHES, station(0)));
    Progress cancelling =
        (taken, known) -> {
          throw new CancellationException("after " + taken + " of " + known);
        };

    assertThatThrownBy(() -> new MaterializingReasoner().close(any, facts, cancelling))
        .isInstanceOf(CancellationException.class)
        .hasMessage("after 301 of 301");
  }

  private static Closure close(Program program, List<Triple> asserted) {
    return new MaterializingReasoner().close(program, asserted);
  }

  /** That stations follow each other, from one to another; nothing if they are not in order. */
  private static List<Triple> next(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i -> Triple.create(station(i), NEXT, station(i + 1)))
        .toList();
  }

  private static Node station(int number) {
    return NodeFactory.createURI("https://example.org/station" + number);
  }

  private static Rule rule(String name, List<Triple> body, Triple head) {
    List<Atom> atoms = body.stream().<Atom>map(Atom.Pattern::new).toList();
    return new Rule(name, "Made up.", Place.of("test"), atoms, head);
  }
}
