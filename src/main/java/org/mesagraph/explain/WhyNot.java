package org.mesagraph.explain;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Triple;
import org.mesagraph.reason.NearMiss;

/**
 * What stands between a triple and its conclusion, down to the statements that are wanting.
 *
 * @param misses the instances of rules that come nearest; first those that lack nothing but what
 *     something in the graph is in the way of, then those that lack something about the object,
 *     then about the subject
 * @param below for a missing premise that a rule would conclude itself, what is nearest to that,
 *     and so on for what is missing there
 */
record WhyNot(List<NearMiss> misses, Map<Triple, List<NearMiss>> below) {

  WhyNot {
    misses = List.copyOf(misses);
    below = Collections.unmodifiableMap(new LinkedHashMap<>(below));
  }
}
