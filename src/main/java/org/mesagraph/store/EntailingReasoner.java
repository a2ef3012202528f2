package org.mesagraph.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Capabilities;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.reasoner.BaseInfGraph;
import org.apache.jena.reasoner.IllegalParameterException;
import org.apache.jena.reasoner.InfGraph;
import org.apache.jena.reasoner.Reasoner;
import org.mesagraph.reason.Entailment;
import org.mesagraph.reason.Progress;
import org.mesagraph.rule.Datatypes;
import org.mesagraph.rule.Regime;

/** The reasoner as Jena's reasoners are: bound to a graph, it shows what the graph entails. */
final class EntailingReasoner implements Reasoner {

  private final org.mesagraph.reason.Reasoner reasoner;
  private final Regime.Language language;
  private final List<Triple> schema;

  EntailingReasoner(org.mesagraph.reason.Reasoner reasoner, Regime.Language language) {
    this(reasoner, language, List.of());
  }

  private EntailingReasoner(
      org.mesagraph.reason.Reasoner reasoner, Regime.Language language, List<Triple> schema) {
    this.reasoner = reasoner;
    this.language = language;
    this.schema = schema;
  }

  /** What a graph, together with the schema, entails. */
  Entailment entailment(Graph graph) {
    List<Triple> all = new ArrayList<>(graph.find().toList());
    all.addAll(schema);
    return Entailment.of(
        reasoner, new Regime(language, new Datatypes(Set.of())), all, Progress.UNWATCHED);
  }

  List<Triple> schema() {
    return schema;
  }

  @Override
  public Reasoner bindSchema(Graph more) {
    List<Triple> both = new ArrayList<>(schema);
    both.addAll(more.find().toList());
    return new EntailingReasoner(reasoner, language, List.copyOf(both));
  }

  @Override
  public Reasoner bindSchema(Model more) {
    return bindSchema(more.getGraph());
  }

  @Override
  public InfGraph bind(Graph data) {
    return new EntailedGraph(data, this);
  }

  /** Derivations are always kept, in the closure, and need no logging. */
  @Override
  public void setDerivationLogging(boolean log) {}

  @Override
  public void setParameter(Property parameter, Object value) {
    throw new IllegalParameterException(
        "parameter " + parameter + " is not known; give the reasoner's language to its factory");
  }

  @Override
  public Model getReasonerCapabilities() {
    return ModelFactory.createDefaultModel();
  }

  @Override
  public void addDescription(Model configuration, Resource base) {
    base.addProperty(
        configuration.createProperty(EntailingReasonerFactory.LANGUAGE.getURI()), language.name());
  }

  @Override
  public boolean supportsProperty(Property property) {
    return false;
  }

  @Override
  @SuppressWarnings({"deprecation", "removal"}) // Jena still asks for it
  public Capabilities getGraphCapabilities() {
    return BaseInfGraph.reasonerInfCapabilities;
  }
}
