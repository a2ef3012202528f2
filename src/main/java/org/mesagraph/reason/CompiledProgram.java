package org.mesagraph.reason;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.mesagraph.reason.Conditions.Condition;
import org.mesagraph.rule.Program;
import org.mesagraph.rule.Rule;

/** The rules of a program in numbers, and which of them a fact may concern. */
final class CompiledProgram {

  /**
   * The rules of one stratum, by what they ask for, deny and conclude.
   *
   * @param number its place, from 0
   * @param bodies the patterns
   * @param absences what the rules deny, if anything
   * @param heads the conclusions
   */
  record Stratum(
      int number,
      List<CompiledRule> rules,
      Conditions bodies,
      Conditions absences,
      Conditions heads) {

    /** Whether any rule denies anything. */
    boolean denies() {
      return rules.stream().anyMatch(rule -> rule.absences().length > 0);
    }
  }

  private final List<CompiledRule> rules = new ArrayList<>();
  private final List<Stratum> strata = new ArrayList<>();
  private final BitSet merging;

  /**
   * Puts a program into numbers.
   *
   * @param numbers gives the number of a term that is no variable
   */
  CompiledProgram(Program program, ToIntFunction<Node> numbers) {
    int type = numbers.applyAsInt(RDF.type.asNode());
    for (int stratum = 0; stratum < program.strata().size(); stratum++) {
      for (Rule rule : program.strata().get(stratum)) {
        rules.add(CompiledRule.of(rule, rules.size(), stratum, numbers));
      }
    }
    int terms = type;
    for (CompiledRule rule : rules) {
      for (int[] pattern : rule.patterns()) {
        terms = greatest(terms, pattern);
      }
      for (int[] absence : rule.absences()) {
        terms = greatest(terms, absence);
      }
      terms = greatest(terms, rule.head());
    }
    for (int stratum = 0; stratum < program.strata().size(); stratum++) {
      strata.add(stratum(stratum, terms, type));
    }
    merging =
        program.equality() && !strata.isEmpty()
            ? MergingRules.among(strata.get(0).rules(), numbers.applyAsInt(OWL.sameAs.asNode()))
            : new BitSet();
  }

  private static int greatest(int greatest, int[] condition) {
    int result = greatest;
    for (int i = 0; i < 3; i++) {
      result = Math.max(result, condition[i]);
    }
    return result;
  }

  private Stratum stratum(int number, int terms, int type) {
    List<CompiledRule> here = rules.stream().filter(rule -> rule.stratum() == number).toList();
    Conditions bodies = new Conditions(terms, type);
    Conditions absences = new Conditions(terms, type);
    Conditions heads = new Conditions(terms, type);
    for (CompiledRule rule : here) {
      for (int i = 0; i < rule.patterns().length; i++) {
        bodies.add(rule.patterns()[i], rule, i);
      }
      for (int i = 0; i < rule.absences().length; i++) {
        absences.add(rule.absences()[i], rule, i);
      }
      heads.add(rule.head(), rule, 0);
    }
    return new Stratum(number, here, bodies, absences, heads);
  }

  /** The rule of a number. */
  CompiledRule rule(int number) {
    return rules.get(number);
  }

  /**
   * The rules whose head may have a predicate and, if that is {@code rdf:type}, a class, in the
   * order of the program; 0 stands for a term that has no number.
   */
  List<Rule> concluding(int predicate, int object) {
    return strata.stream()
        .map(Stratum::heads)
        .flatMap(
            heads ->
                Stream.of(
                    heads.ofPredicate(predicate),
                    heads.ofClass(predicate, object),
                    heads.ofAnything()))
        .flatMap(Arrays::stream)
        .map(Condition::rule)
        .sorted(Comparator.comparingInt(CompiledRule::number))
        .map(CompiledRule::rule)
        .toList();
  }

  /** All rules, by number. */
  List<CompiledRule> rules() {
    return rules;
  }

  List<Stratum> strata() {
    return strata;
  }

  /**
   * The numbers of the rules of the lowest stratum that may have a part in concluding {@code
   * owl:sameAs}; none without equality.
   */
  BitSet merging() {
    return merging;
  }
}
