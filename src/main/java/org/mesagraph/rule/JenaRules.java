package org.mesagraph.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.reasoner.TriplePattern;
import org.apache.jena.reasoner.rulesys.ClauseEntry;
import org.apache.jena.reasoner.rulesys.Functor;
import org.apache.jena.reasoner.rulesys.Node_RuleVariable;
import org.mesagraph.base.Place;

/** Jena's rules as rules of ours; what is not supported is refused. */
final class JenaRules {

  private static final Set<String> SCHEMES = Set.of("http", "https", "urn", "mailto");

  private JenaRules() {}

  /**
   * The rules, one for each head, that a Jena rule stands for.
   *
   * @throws IllegalArgumentException with the reason, if a part of it is not supported
   */
  static List<Rule> convert(
      org.apache.jena.reasoner.rulesys.Rule rule, String name, String description, Place place) {
    if (rule.isBackward()) {
      throw new IllegalArgumentException("it is written backward; use body -> head");
    }
    List<Atom> body = new ArrayList<>();
    for (ClauseEntry entry : rule.getBody()) {
      body.add(atom(entry));
    }
    List<Rule> rules = new ArrayList<>();
    for (ClauseEntry entry : rule.getHead()) {
      if (!(entry instanceof TriplePattern pattern)) {
        throw new IllegalArgumentException("its head holds " + entry + ", which is no triple");
      }
      Triple head = triple(pattern);
      if (!head.getPredicate().isURI()) {
        throw new IllegalArgumentException(
            "rule " + name + " concludes with a predicate that is no IRI");
      }
      rules.add(new Rule(name, description, place, body, head));
    }
    if (rules.isEmpty()) {
      throw new IllegalArgumentException("it concludes nothing");
    }
    return rules;
  }

  private static Atom atom(ClauseEntry entry) {
    if (entry instanceof TriplePattern pattern) {
      return new Atom.Pattern(triple(pattern));
    }
    if (entry instanceof Functor functor) {
      Node[] arguments = functor.getArgs();
      Optional<Comparator> comparator = Comparator.named(functor.getName());
      if (comparator.isPresent() && arguments.length == 2) {
        return new Atom.Comparison(comparator.get(), term(arguments[0]), term(arguments[1]));
      }
      if (functor.getName().equals("noValue") && (arguments.length == 2 || arguments.length == 3)) {
        Node object = arguments.length == 3 ? term(arguments[2]) : NodeFactory.createVariable("_");
        return new Atom.Absent(Triple.create(term(arguments[0]), term(arguments[1]), object));
      }
      throw new IllegalArgumentException(
          "builtin " + functor.getName() + "/" + arguments.length + " is not supported");
    }
    throw new IllegalArgumentException("a rule within a rule is not supported");
  }

  private static Triple triple(TriplePattern pattern) {
    return Triple.create(
        term(pattern.getSubject()), term(pattern.getPredicate()), term(pattern.getObject()));
  }

  private static Node term(Node node) {
    if (node instanceof Node_RuleVariable variable) {
      return NodeFactory.createVariable(variable.getName().substring(1));
    }
    if (Functor.isFunctor(node)) {
      throw new IllegalArgumentException("functors in triples are not supported");
    }
    if (node.isLiteral() && !node.getLiteral().isWellFormed()) {
      throw new IllegalArgumentException(node + " is not a value of its datatype");
    }
    if (node.isURI() && !SCHEMES.contains(node.getURI().replaceFirst(":.*", ""))) {
      throw new IllegalArgumentException(
          "prefix of " + node.getURI() + " is not declared; add @prefix at the top of the file");
    }
    return node;
  }
}
