package org.mesagraph.guard;

import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.path.P_FixedLength;
import org.apache.jena.sparql.path.P_Mod;
import org.apache.jena.sparql.path.P_NegPropSet;
import org.apache.jena.sparql.path.P_Path0;
import org.apache.jena.sparql.path.P_Path1;
import org.apache.jena.sparql.path.P_Path2;
import org.apache.jena.sparql.path.Path;

/**
 * Goes through a property path and refuses one that is too deep, or that repeats a step too often.
 *
 * @param most how deep, and how often
 * @param predicates is given every property on the path
 */
record PathMeasure(int most, Consumer<Node> predicates) {

  private static final String[] CODE = {
    "java:", "http://jena.apache.org/", "http://jena.hpl.hp.com/", "http://www.jena.hpl.hp.com/"
  };

  /** Whether Jena would take a property for a program, if it could. */
  static boolean isCode(String iri) {
    for (String start : CODE) {
      if (iri.startsWith(start)) {
        return true;
      }
    }
    return false;
  }

  void check(Path path) {
    check(path, 0);
  }

  private void check(Path path, int depth) {
    // a sequence of many steps is a chain of pairs, which is no deeper for its length
    if (depth > most) {
      throw Measure.complex("a property path more than " + most + " deep");
    }
    if (path instanceof P_Path2 two) {
      check(two.getLeft(), two.getLeft() instanceof P_Path2 ? depth : depth + 1);
      check(two.getRight(), two.getRight() instanceof P_Path2 ? depth : depth + 1);
    } else if (path instanceof P_Path1 one) {
      repeats(one);
      check(one.getSubPath(), depth + 1);
    } else if (path instanceof P_NegPropSet set) {
      set.getNodes().forEach(each -> check(each, depth + 1));
    } else if (path instanceof P_Path0 step) {
      predicates.accept(step.getNode());
    }
  }

  private void repeats(P_Path1 path) {
    long count =
        path instanceof P_FixedLength fixed
            ? fixed.getCount()
            : path instanceof P_Mod mod ? Math.max(mod.getMin(), mod.getMax()) : 0;
    if (count > most) {
      throw Measure.complex("a step of a property path repeated more than " + most + " times");
    }
  }
}
