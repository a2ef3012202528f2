package org.mesagraph.write;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.mesagraph.base.KnowledgeBase;

/** The graphs that writing gives a meaning of their own. */
public final class Graphs {

  /** What is written without a graph. */
  public static final Node DEFAULT = NodeFactory.createURI(KnowledgeBase.GRAPH + "default");

  /** Where the graphs begin that are posted without a name. */
  private static final String POSTED = KnowledgeBase.GRAPH + "posted-";

  private Graphs() {}

  /** The name of a graph that a change posts. */
  static Node posted(long position) {
    return NodeFactory.createURI(POSTED + position);
  }
}
