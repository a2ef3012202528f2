package org.mesagraph.cli;

import org.mesagraph.reason.JenaReasoner;
import org.mesagraph.reason.MaterializingReasoner;
import org.mesagraph.reason.Reasoner;

/** The reasoners that can be asked for. */
enum ReasonerName {
  MESAGRAPH,
  JENA;

  Reasoner reasoner() {
    return this == JENA ? new JenaReasoner() : new MaterializingReasoner();
  }
}
