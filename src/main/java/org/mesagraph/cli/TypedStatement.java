package org.mesagraph.cli;

import java.util.List;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL;
import org.mesagraph.explain.ExplanationService;
import picocli.CommandLine.Parameters;

/** The statement that a command is asked about, as it was typed. */
final class TypedStatement {

  /** What everything that contradicts itself is a kind of. */
  private static final List<String> NOTHING = List.of("owl:Nothing", OWL.Nothing.getURI());

  @Parameters(index = "0", paramLabel = "S", description = "Subject: IRI or prefixed name.")
  private String subject;

  @Parameters(index = "1", paramLabel = "P", description = "Predicate; “a” means rdf:type.")
  private String predicate;

  @Parameters(index = "2", paramLabel = "O", description = "Object: IRI, name or \"literal\".")
  private String object;

  /** Whether it says that something contradicts itself. */
  boolean isContradiction() {
    return NOTHING.contains(object);
  }

  /** The triple that is meant. */
  Triple triple(ExplanationService service) {
    return service.triple(subject, predicate, object);
  }
}
