package org.mesagraph.describe;

import static org.mesagraph.describe.Terms.english;
import static org.mesagraph.describe.Terms.text;
import static org.mesagraph.describe.Terms.triple;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.mesagraph.base.Lazy;
import org.mesagraph.base.Prefixes;
import org.mesagraph.rule.Atom;
import org.mesagraph.rule.Rule;
import org.mesagraph.store.Snapshot;

/**
 * The rules, by name. A rule of OWL 2 RL stands for all axioms of the ontology that are compiled to
 * it.
 */
final class RuleSource implements Source {

  static final String KIND = "rule/";

  private final Prefixes prefixes;
  private final Lazy<Map<String, List<Rule>>> byName;

  RuleSource(Snapshot snapshot) {
    this.prefixes = snapshot.base().prefixes();
    this.byName =
        new Lazy<>(
            () ->
                snapshot.program().rules().stream()
                    .collect(Collectors.groupingBy(Rule::name, TreeMap::new, Collectors.toList())));
  }

  /** The IRI of a rule. */
  static Node iri(Rule rule) {
    return Iris.of(KIND + rule.name());
  }

  @Override
  public Optional<Draft> find(Node thing) {
    String path = Iris.path(thing);
    return path.startsWith(KIND)
        ? Optional.ofNullable(byName.get().get(path.substring(KIND.length())))
            .map(rules -> Draft.computed(describe(thing, rules)))
        : Optional.empty();
  }

  @Override
  public Stream<Directory.Entry> entries() {
    return byName.get().keySet().stream()
        .map(name -> new Directory.Entry(Iris.of(KIND + name), name));
  }

  private List<Triple> describe(Node iri, List<Rule> rules) {
    Rule first = rules.get(0);
    List<Triple> triples = new ArrayList<>();
    triples.add(triple(iri, RDF.type.asNode(), Terms.prov("Plan")));
    triples.add(triple(iri, SKOS.prefLabel.asNode(), english(first.name())));
    String definition =
        rules.size() == 1
            ? first.description()
            : "A rule of which the ontology has " + rules.size() + " cases; each is given.";
    triples.add(triple(iri, SKOS.definition.asNode(), english(definition)));
    triples.add(triple(iri, RDFS.isDefinedBy.asNode(), Iris.ONTOLOGY));
    for (Rule rule : rules) {
      triples.add(triple(iri, RDF.value.asNode(), text(show(rule) + "  # " + rule.place())));
      terms(rule).forEach(term -> triples.add(triple(iri, DCTerms.references.asNode(), term)));
    }
    return triples;
  }

  private static Stream<Node> terms(Rule rule) {
    return Stream.concat(
            rule.body().stream().flatMap(atom -> atom.terms().stream()),
            new Atom.Pattern(rule.head()).terms().stream())
        .filter(Iris::isOurs);
  }

  /** The rule in one line, in the syntax of rules files. */
  private String show(Rule rule) {
    return rule.body().stream().map(this::show).collect(Collectors.joining(" "))
        + " -> ("
        + prefixes.show(rule.head())
        + ")";
  }

  private String show(Atom atom) {
    String terms = atom.terms().stream().map(prefixes::show).collect(Collectors.joining(" "));
    if (atom instanceof Atom.Absent) {
      return "noValue(" + terms + ")";
    }
    return atom instanceof Atom.Comparison comparison
        ? comparison.comparator().builtin() + "(" + terms + ")"
        : "(" + terms + ")";
  }
}
