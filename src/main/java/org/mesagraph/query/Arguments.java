package org.mesagraph.query;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.base.MesagraphException.Kind;
import org.mesagraph.base.Prefixes;

/** What a user gave for the parameters of a query: accepted as RDF terms, or refused. */
public sealed interface Arguments {

  /**
   * Reads what was given. Blank values count as not given, as forms send them; what is not given
   * has its default.
   *
   * @param given texts by parameter name
   * @param dataset where IRIs are looked up; its default graph must be the union of all graphs
   */
  static Arguments parse(
      SavedQuery query, Map<String, List<String>> given, DatasetGraph dataset, Prefixes prefixes) {
    return Txn.calculateRead(
        dataset,
        () -> new ArgumentReader(query.header(), new Individuals(dataset, prefixes)).read(given));
  }

  /**
   * The accepted values.
   *
   * @throws MesagraphException of kind USAGE if they are refused
   */
  Accepted orThrow();

  /**
   * Values by parameter name, in the order of the header; parameters without a value are absent.
   */
  record Accepted(Map<String, List<Node>> values) implements Arguments {
    public Accepted {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    @Override
    public Accepted orThrow() {
      return this;
    }
  }

  /** All reasons for a refusal. */
  record Refused(List<ArgumentProblem> problems) implements Arguments {
    public Refused {
      problems = List.copyOf(problems);
    }

    /** 422 if only the classes of IRIs are wrong, otherwise 400. */
    public int status() {
      return problems.stream().mapToInt(ArgumentProblem::status).min().orElse(400);
    }

    @Override
    public Accepted orThrow() {
      throw new MesagraphException(
          Kind.USAGE,
          problems.stream().map(ArgumentProblem::message).collect(Collectors.joining("\n")));
    }
  }
}
