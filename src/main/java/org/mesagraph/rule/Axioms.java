package org.mesagraph.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.mesagraph.base.Place;
import org.mesagraph.base.Prefixes;
import org.mesagraph.base.Problem;
import org.mesagraph.base.Statement;

/**
 * Compiles the axioms of an ontology into rules, each specialised to the terms of its axiom and
 * named by the rule of OWL 2 RL/RDF that it is an instance of.
 *
 * <pre>
 *   c1 ⊑ c2    x : c1                   ⟹  x : c2          cax-sco, cax-eqc
 *   p1 ⊑ p2    x p1 y                   ⟹  x p2 y          prp-spo1
 *   p1 ∘ … ∘ pn ⊑ p    x p1 … pn y      ⟹  x p y           prp-spo2
 *   c1 ⊓ c2 ⊑ ⊥    x : c1    x : c2     ⟹  x : owl:Nothing cax-dw, cax-adc
 * </pre>
 *
 * @see <a
 *     href="https://www.w3.org/TR/owl2-profiles/#Reasoning_in_OWL_2_RL_and_RDF_Graphs_using_Rules">OWL
 *     2 RL/RDF rules</a>
 */
public final class Axioms {

  /** Vocabulary that says nothing to be executed: declarations, annotations and list cells. */
  private static final Set<Node> SILENT_TYPES =
      Set.of(
          OWL.Class.asNode(),
          OWL.ObjectProperty.asNode(),
          OWL.DatatypeProperty.asNode(),
          OWL.AnnotationProperty.asNode(),
          OWL.Ontology.asNode(),
          OWL2.NamedIndividual.asNode(),
          OWL2.AllDisjointClasses.asNode());

  private static final Set<Node> ANNOTATIONS =
      Set.of(
          OWL.imports.asNode(),
          OWL.versionInfo.asNode(),
          OWL2.versionIRI.asNode(),
          OWL2.deprecated.asNode(),
          OWL2.NamedIndividual.asNode(),
          RDFS.label.asNode(),
          RDFS.comment.asNode(),
          RDFS.seeAlso.asNode(),
          RDFS.isDefinedBy.asNode());

  /** Parts of class expressions, which have no names and are compiled where they are used. */
  private static final Set<Node> PARTS =
      Set.of(
          OWL.intersectionOf.asNode(),
          OWL.unionOf.asNode(),
          OWL.onProperty.asNode(),
          OWL.someValuesFrom.asNode(),
          OWL.hasValue.asNode());

  private static final Node X = NodeFactory.createVariable("x");
  private static final Node Y = NodeFactory.createVariable("y");
  private static final Node TYPE = RDF.type.asNode();

  private final Map<Node, List<Statement>> bySubject = new LinkedHashMap<>();
  private final List<Rule> rules = new ArrayList<>();
  private final ClassExpressions expressions;
  private final Prefixes prefixes;
  private final List<Problem> problems;

  private Axioms(List<Statement> ontology, Prefixes prefixes, List<Problem> problems) {
    for (Statement statement : ontology) {
      bySubject
          .computeIfAbsent(statement.triple().getSubject(), node -> new ArrayList<>())
          .add(statement);
    }
    this.prefixes = prefixes;
    this.problems = problems;
    this.expressions = new ClassExpressions(this::object);
  }

  /** The rules; axioms that are not supported are added to the problems. */
  public static List<Rule> compile(
      List<Statement> ontology, Prefixes prefixes, List<Problem> problems) {
    Axioms axioms = new Axioms(ontology, prefixes, problems);
    for (Statement statement : ontology) {
      try {
        axioms.compile(statement.triple(), statement.place());
      } catch (IllegalArgumentException e) {
        problems.add(
            new Problem(statement.place(), e.getMessage(), "write it with what is supported"));
      }
    }
    return axioms.rules;
  }

  /**
   * Axioms are executed from the ontology only; one in the data, where nobody looks for it, is
   * added to the problems.
   */
  static void refuseIn(List<Statement> data, List<Problem> problems) {
    for (Statement statement : data) {
      Node predicate = statement.triple().getPredicate();
      Node term = predicate.equals(TYPE) ? statement.triple().getObject() : predicate;
      if (isLogical(term) && !ANNOTATIONS.contains(term)) {
        problems.add(
            new Problem(
                statement.place(),
                "an axiom in the data: <" + term.getURI() + ">",
                "move it to a file of the ontology"));
      }
    }
  }

  private Optional<Node> object(Node subject, Node predicate) {
    Set<Node> objects =
        bySubject.getOrDefault(subject, List.of()).stream()
            .map(Statement::triple)
            .filter(triple -> triple.getPredicate().equals(predicate))
            .map(Triple::getObject)
            .collect(Collectors.toSet());
    if (objects.size() > 1) {
      throw new IllegalArgumentException("two values of " + prefixes.show(predicate));
    }
    return objects.stream().findFirst();
  }

  private void compile(Triple axiom, Place place) {
    Node subject = axiom.getSubject();
    Node predicate = axiom.getPredicate();
    Node object = axiom.getObject();
    if (predicate.equals(TYPE)) {
      compileType(subject, object, place);
    } else if (predicate.equals(RDFS.subClassOf.asNode())) {
      subClass("cax-sco", subject, object, place);
    } else if (predicate.equals(OWL.equivalentClass.asNode())) {
      subClass("cax-eqc1", subject, object, place);
      subClass("cax-eqc2", object, subject, place);
    } else if (predicate.equals(OWL.disjointWith.asNode())) {
      disjoint("cax-dw", subject, object, place);
    } else if (predicate.equals(RDFS.subPropertyOf.asNode())) {
      add(
          "prp-spo1",
          place,
          show(subject) + " implies " + show(object),
          List.of(pattern(X, subject, Y)),
          Triple.create(X, object, Y));
    } else if (predicate.equals(OWL.inverseOf.asNode())) {
      add(
          "prp-inv1",
          place,
          show(subject) + " is the inverse of " + show(object),
          List.of(pattern(X, subject, Y)),
          Triple.create(Y, object, X));
      add(
          "prp-inv2",
          place,
          show(object) + " is the inverse of " + show(subject),
          List.of(pattern(X, object, Y)),
          Triple.create(Y, subject, X));
    } else if (predicate.equals(RDFS.domain.asNode())) {
      expressions.check(object);
      for (Triple head : expressions.conclusions(X, object)) {
        add(
            "prp-dom",
            place,
            "what " + show(subject) + " something is a " + show(object),
            List.of(pattern(X, subject, Y)),
            head);
      }
    } else if (predicate.equals(RDFS.range.asNode())) {
      range(subject, object, place);
    } else if (predicate.equals(OWL2.propertyChainAxiom.asNode())) {
      chain(subject, object, place);
    } else if (PARTS.contains(predicate)) {
      if (!subject.isBlank()) {
        throw new IllegalArgumentException(
            show(predicate) + " of a class with a name is not supported; use owl:equivalentClass");
      }
    } else if (predicate.equals(OWL2.members.asNode())) {
      if (!isDisjointness(subject)) {
        throw new IllegalArgumentException("owl:members without a type that says of what");
      }
    } else if (isLogical(predicate) && !ANNOTATIONS.contains(predicate)) {
      throw new IllegalArgumentException(show(predicate) + " is not supported by the reasoner");
    }
  }

  private boolean isDisjointness(Node subject) {
    return bySubject.get(subject).stream()
        .map(Statement::triple)
        .anyMatch(
            triple ->
                triple.getPredicate().equals(TYPE)
                    && triple.getObject().equals(OWL2.AllDisjointClasses.asNode()));
  }

  private static boolean isLogical(Node predicate) {
    return predicate.isURI()
        && (predicate.getURI().startsWith(OWL.getURI())
            || predicate.getURI().startsWith(RDFS.getURI()));
  }

  private void compileType(Node subject, Node type, Place place) {
    if (type.equals(OWL.SymmetricProperty.asNode())) {
      add(
          "prp-symp",
          place,
          show(subject) + " is symmetric",
          List.of(pattern(X, subject, Y)),
          Triple.create(Y, subject, X));
    } else if (type.equals(OWL.TransitiveProperty.asNode())) {
      Node z = NodeFactory.createVariable("z");
      add(
          "prp-trp",
          place,
          show(subject) + " is transitive",
          List.of(pattern(X, subject, Y), pattern(Y, subject, z)),
          Triple.create(X, subject, z));
    } else if (type.equals(OWL2.AllDisjointClasses.asNode())) {
      List<Node> members =
          object(subject, OWL2.members.asNode())
              .map(expressions::list)
              .orElseThrow(() -> new IllegalArgumentException("owl:members is missing"));
      for (int i = 0; i < members.size(); i++) {
        for (int j = i + 1; j < members.size(); j++) {
          disjoint("cax-adc", members.get(i), members.get(j), place);
        }
      }
    } else if (type.equals(OWL.Restriction.asNode()) || SILENT_TYPES.contains(type)) {
      return; // compiled where it is used, or nothing to execute
    } else if (isLogical(type)) {
      throw new IllegalArgumentException(show(type) + " is not supported by the reasoner");
    }
  }

  private void subClass(String plain, Node sub, Node sup, Place place) {
    expressions.check(sub);
    expressions.check(sup);
    String rule = expressions.rule(sub, sup, plain);
    String description = "every " + show(sub) + " is a " + show(sup);
    for (List<Atom> body : expressions.conditions(X, sub)) {
      for (Triple head : expressions.conclusions(X, sup)) {
        add(rule, place, description, body, head);
      }
    }
  }

  private void disjoint(String rule, Node one, Node other, Place place) {
    expressions.check(one);
    expressions.check(other);
    for (List<Atom> first : expressions.conditions(X, one)) {
      for (List<Atom> second : expressions.conditions(X, other)) {
        List<Atom> body = new ArrayList<>(first);
        body.addAll(second);
        add(
            rule,
            place,
            "nothing is both a " + show(one) + " and a " + show(other),
            body,
            Triple.create(X, TYPE, OWL.Nothing.asNode()));
      }
    }
  }

  private void range(Node property, Node range, Place place) {
    if (ClassExpressions.isDatatype(range)) {
      return; // a literal gets no type from its property; SHACL checks its datatype
    }
    expressions.check(range);
    for (Triple head : expressions.conclusions(Y, range)) {
      add(
          "prp-rng",
          place,
          "what something " + show(property) + " is a " + show(range),
          List.of(pattern(X, property, Y)),
          head);
    }
  }

  private void chain(Node property, Node list, Place place) {
    List<Node> links = expressions.list(list);
    List<Atom> body = new ArrayList<>();
    Node from = X;
    for (int i = 0; i < links.size(); i++) {
      Node to = NodeFactory.createVariable("x" + (i + 1));
      body.add(pattern(from, links.get(i), to));
      from = to;
    }
    String description =
        String.join(" then ", links.stream().map(this::show).toList())
            + " implies "
            + show(property);
    add("prp-spo2", place, description, body, Triple.create(X, property, from));
  }

  private void add(String name, Place place, String description, List<Atom> body, Triple head) {
    rules.add(new Rule(name, description, place, body, head));
  }

  private static Atom pattern(Node subject, Node predicate, Node object) {
    return new Atom.Pattern(Triple.create(subject, predicate, object));
  }

  private String show(Node node) {
    return node.isBlank() ? expressions.show(node, prefixes) : prefixes.show(node);
  }
}
