package org.mesagraph.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Terms of the ontology as nodes. */
public final class Vocab {

  /** Namespace of the ontology terms. */
  public static final String NS = "https://w3id.org/mesagraph/ontology/";

  public static final Node HAS_AUTHOR_NAME = term("hasAuthorName");
  public static final Node HAS_FIRST_LINE = term("hasFirstLine");
  public static final Node HAS_LAST_LINE = term("hasLastLine");
  public static final Node HAS_STATEMENT = term("hasStatement");
  public static final Node HAS_VERIFIED_AUTHOR = term("hasVerifiedAuthor");
  public static final Node IS_ASSERTED_BY = term("isAssertedBy");
  public static final Node IS_CONDUCTED_BY = term("isConductedBy");
  public static final Node IS_FROM_SOURCE = term("isFromSource");
  public static final Node IS_FROM_STUDY = term("isFromStudy");
  public static final Node IS_REPORTED_IN = term("isReportedIn");
  public static final Node IS_STATED_IN = term("isStatedIn");
  public static final Node ORGANIZATION = term("Organization");
  public static final Node PERSON = term("Person");
  public static final Node SOURCE_DOCUMENT = term("SourceDocument");
  public static final Node STATES_OBJECT = term("statesObject");
  public static final Node STATES_PREDICATE = term("statesPredicate");
  public static final Node STATES_SUBJECT = term("statesSubject");
  public static final Node WORK = term("Work");

  private Vocab() {}

  private static Node term(String name) {
    return NodeFactory.createURI(NS + name);
  }
}
