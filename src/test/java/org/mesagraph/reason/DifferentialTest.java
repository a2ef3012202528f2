package org.mesagraph.reason;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mesagraph.base.KnowledgeBase;
import org.mesagraph.base.Statement;
import org.mesagraph.rule.Axioms;
import org.mesagraph.rule.Program;
import org.mesagraph.rule.Rule;
import org.mesagraph.rule.Sample;

/** The same conclusions as Jena's rule engine, on this project and on made-up programs. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DifferentialTest {

  private static final int PROGRAMS = 400;

  private static final Triple ANYTHING =
      Triple.create(
          NodeFactory.createVariable("s"),
          NodeFactory.createVariable("p"),
          NodeFactory.createVariable("o"));

  private static KnowledgeBase base;
  private static Program program;

  @BeforeAll
  static void load() {
    base = KnowledgeBase.load(Sample.HOME);
    program = Program.of(base);
  }

  @Test
  void the_project_has_the_closure_that_jena_finds_after_every_stratum() {
    List<Set<Triple>> expected = JenaOracle.close(program, base.triples());

    assertThat(program.strata()).hasSizeGreaterThan(1);
    for (int i = 0; i < expected.size(); i++) {
      Closure closure = close(new Program(program.strata().subList(0, i + 1)));
      assertThat(closure.inferred()).isNotEmpty();
      assertThat(all(closure)).as("stratum %d", i).isEqualTo(expected.get(i));
    }
  }

  @Test
  void a_rule_that_is_dropped_makes_a_difference() {
    Set<Triple> expected = last(JenaOracle.close(program, base.triples()));

    assertThat(all(close(program))).isEqualTo(expected);
    assertThat(all(close(without("evidence-supports")))).isNotEqualTo(expected);
  }

  /** Rules over the axioms themselves, written without a look at how they are compiled. */
  @Test
  void axioms_conclude_what_general_rules_of_owl_rl_conclude() throws IOException {
    String general = Files.readString(Sample.CASES.resolve("owl-rl.jena"));
    Set<Triple> expected = instances(JenaOracle.close(general, base.triples()));
    List<Statement> ontology =
        base.statements().stream()
            .filter(statement -> statement.graph().equals(KnowledgeBase.ONTOLOGY_GRAPH))
            .toList();
    Program axioms = Program.of(Axioms.compile(ontology, base.prefixes(), List.of()));
    Closure closure = close(axioms);

    assertThat(closure.inferred()).isNotEmpty();
    assertThat(instances(all(closure))).isEqualTo(expected);
  }

  /** The same for a small ontology in which every construct stands. */
  @Test
  void every_construct_concludes_what_general_rules_conclude(@TempDir Path root)
      throws IOException {
    KnowledgeBase every = Sample.load(root, Sample.CASES.resolve("owl-rl.ttl"), root);
    String general = Files.readString(Sample.CASES.resolve("owl-rl.jena"));
    Program axioms = Program.of(every);
    Closure closure = EqualityReference.close(axioms, every.triples());
    Set<String> fired =
        EqualityReference.inferred(closure).stream()
            .flatMap(triple -> closure.steps(triple).stream())
            .filter(Step.Inferred.class::isInstance)
            .map(step -> ((Step.Inferred) step).rule().name())
            .collect(Collectors.toSet());

    assertThat(instances(all(closure)))
        .isEqualTo(instances(JenaOracle.close(general, every.triples())));
    assertThat(fired).containsAll(axioms.rules().stream().map(Rule::name).toList());
  }

  @Test
  void made_up_programs_have_the_closure_that_jena_finds_after_every_stratum() {
    int derived = 0;
    int negating = 0;
    for (long seed = 1; seed <= PROGRAMS; seed++) {
      RandomProgram random = RandomProgram.of(seed);
      List<Set<Triple>> expected = JenaOracle.close(random.program(), random.asserted());
      for (int i = 0; i < expected.size(); i++) {
        Program part = new Program(random.program().strata().subList(0, i + 1));
        Closure closure = new MaterializingReasoner().close(part, random.asserted());
        assertThat(all(closure)).as("%s, stratum %d", random, i).isEqualTo(expected.get(i));
        derived += closure.inferred().size();
      }
      negating += random.negates() ? 1 : 0;
    }

    assertThat(derived).isGreaterThan(10 * PROGRAMS / 4);
    assertThat(negating).isGreaterThan(PROGRAMS / 4);
  }

  private static Closure close(Program program) {
    return new MaterializingReasoner().close(program, base.triples());
  }

  private static Program without(String name) {
    return Program.of(program.rules().stream().filter(r -> !r.name().equals(name)).toList());
  }

  private static Set<Triple> all(Closure closure) {
    return closure.matching(ANYTHING).collect(Collectors.toSet());
  }

  private static Set<Triple> last(List<Set<Triple>> closures) {
    return closures.get(closures.size() - 1);
  }

  /** The triples that speak of things and not of the ontology. */
  private static Set<Triple> instances(Set<Triple> triples) {
    Set<Triple> instances = new HashSet<>();
    for (Triple triple : triples) {
      if (!isSchema(triple.getPredicate())
          && !EqualityReference.isReflexive(triple)
          && !triple.getSubject().isBlank()
          && !triple.getSubject().isLiteral()
          && !triple.getObject().isBlank()) {
        instances.add(triple);
      }
    }
    return instances;
  }

  private static boolean isSchema(Node predicate) {
    return predicate.isBlank()
        || predicate.getURI().startsWith("urn:")
        || predicate.getURI().startsWith(OWL.getURI()) && !predicate.equals(OWL.sameAs.asNode())
        || predicate.getURI().startsWith(RDFS.getURI());
  }
}
