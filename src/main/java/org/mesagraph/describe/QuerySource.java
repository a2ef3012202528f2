package org.mesagraph.describe;

import static org.mesagraph.describe.Terms.english;
import static org.mesagraph.describe.Terms.triple;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.mesagraph.query.Parameter;
import org.mesagraph.query.SavedQueries;
import org.mesagraph.query.SavedQuery;
import org.mesagraph.query.SparqlExamples;

/**
 * The saved queries, as SPARQL executables of SHACL.
 *
 * @param queries all of them
 * @param examples describes each
 */
record QuerySource(SavedQueries queries, SparqlExamples examples) implements Source {

  private static final String KIND = "query/";

  @Override
  public Optional<Draft> find(Node thing) {
    String path = Iris.path(thing);
    return path.startsWith(KIND)
        ? queries
            .find(path.substring(KIND.length()))
            .map(query -> Draft.computed(describe(thing, query)))
        : Optional.empty();
  }

  @Override
  public Stream<Directory.Entry> entries() {
    return queries.all().stream()
        .map(query -> new Directory.Entry(Iris.of(KIND + query.name()), query.header().summary()));
  }

  private List<Triple> describe(Node iri, SavedQuery query) {
    String prefixes = examples.graph().getURI() + "#prefix";
    List<Triple> triples = new ArrayList<>();
    examples.of(query).triples().stream()
        .filter(triple -> !triple.getSubject().toString().startsWith(prefixes))
        .forEach(triples::add);
    triples.add(triple(iri, SKOS.prefLabel.asNode(), english(query.header().summary())));
    example(query)
        .ifPresent(path -> triples.add(triple(iri, RDFS.seeAlso.asNode(), Iris.of(path))));
    return triples;
  }

  /** Where the query is answered, with an example for each parameter that must be given. */
  private static Optional<String> example(SavedQuery query) {
    List<String> given = new ArrayList<>();
    for (Parameter parameter : query.header().params()) {
      if (!parameter.required() || !parameter.defaults().isEmpty()) {
        continue;
      }
      if (parameter.example().isEmpty()) {
        return Optional.empty();
      }
      given.add(
          parameter.name()
              + "="
              + URLEncoder.encode(parameter.example().get(), StandardCharsets.UTF_8));
    }
    return Optional.of(
        "q/" + query.name() + (given.isEmpty() ? "" : "?" + String.join("&", given)));
  }
}
