package org.mesagraph.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Terms of the ontology as nodes. */
public final class Vocab {

  /** Root of all IRIs of the project. */
  public static final String ROOT = "https://w3id.org/mesagraph/";

  /** Namespace of the ontology terms. */
  public static final String NS = ROOT + "ontology/";

  public static final Node EVIDENCE_LINE = term("EvidenceLine");
  public static final Node FAILURE_MODE = term("FailureMode");
  public static final Node HAS_FIRST_LINE = term("hasFirstLine");
  public static final Node HAS_LAST_LINE = term("hasLastLine");
  public static final Node IS_ASSERTED_BY = term("isAssertedBy");
  public static final Node IS_FROM_SOURCE = term("isFromSource");
  public static final Node IS_STATED_IN = term("isStatedIn");
  public static final Node STATES_OBJECT = term("statesObject");
  public static final Node STATES_PREDICATE = term("statesPredicate");
  public static final Node STATES_SUBJECT = term("statesSubject");
  public static final Node STUDY = term("Study");

  private Vocab() {}

  private static Node term(String name) {
    return NodeFactory.createURI(NS + name);
  }
}
