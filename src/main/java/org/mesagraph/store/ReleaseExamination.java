package org.mesagraph.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.mesagraph.reason.Closure;
import org.mesagraph.reason.Reasoner;

/** Everything that can be looked at in a release, whatever a server would need of it. */
final class ReleaseExamination {

  private final Release release;
  private final Reasoner reasoner;
  private final List<Examination> done = new ArrayList<>();

  private ReleaseExamination(Release release, Reasoner reasoner) {
    this.release = release;
    this.reasoner = reasoner;
  }

  /** Looks at one thing after another, as far as the one before makes sense of it. */
  static List<Examination> of(Release release, Reasoner reasoner) {
    ReleaseExamination examination = new ReleaseExamination(release, reasoner);
    boolean whole =
        examination.look("every file is as it was loaded", release::faults)
            && examination.look("the dataset opens, and its indexes agree", examination::indexes);
    if (whole) {
      examination.look("the dataset holds what was loaded", examination::contents);
      examination.look("what follows from it is what it holds", examination::inferences);
    }
    return List.copyOf(examination.done);
  }

  private boolean look(String what, Supplier<List<String>> look) {
    Examination examination = Examination.of(release.name() + ": " + what, look);
    done.add(examination);
    return examination.passed();
  }

  private List<String> indexes() {
    return release.reading(IndexCheck::faults);
  }

  private List<String> contents() {
    Set<Quad> expected = release.recall(reasoner).quads();
    return release.reading(dataset -> Txn.calculateRead(dataset, () -> compare(dataset, expected)));
  }

  private List<String> compare(DatasetGraph dataset, Set<Quad> expected) {
    Set<Quad> missing = new HashSet<>(expected);
    SortedMap<String, Long> graphs = new TreeMap<>();
    long others = 0;
    for (Quad quad : (Iterable<Quad>) dataset::find) {
      others += missing.remove(quad) ? 0 : 1;
      graphs.merge(quad.getGraph().getURI(), 1L, Long::sum);
    }
    List<String> faults = new ArrayList<>();
    if (others > 0 || !missing.isEmpty()) {
      faults.add(missing.size() + " quads are missing and " + others + " are too many");
    }
    if (!graphs.equals(release.graphs())) {
      faults.add("the graphs do not have as many triples as the manifest says");
    }
    return faults;
  }

  private List<String> inferences() {
    Snapshot kept = release.recall(reasoner);
    Closure afresh = reasoner.close(kept.program(), kept.base().triples());
    Set<Triple> due = Set.copyOf(afresh.inferred());
    Set<Triple> there = Set.copyOf(kept.inferred());
    return due.equals(there)
        ? List.of()
        : List.of(there.size() + " triples are held to follow, but " + due.size() + " do");
  }
}
