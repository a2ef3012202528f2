package org.mesagraph.store;

import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.rdf.model.Statement;
import org.apache.jena.reasoner.Reasoner;
import org.apache.jena.reasoner.ReasonerException;
import org.apache.jena.reasoner.ReasonerFactory;
import org.apache.jena.shared.JenaException;
import org.mesagraph.reason.MaterializingReasoner;
import org.mesagraph.rule.Regime.Language;

/**
 * The reasoner as Jena knows reasoners, so that it can stand in an assembler file as {@code
 * ja:reasonerClass}. {@link #LANGUAGE}, of the model, says what to entail by: {@code RDF}, {@code
 * RDFS} or {@code OWL}, which is meant where nothing is said.
 */
public final class EntailingReasonerFactory implements ReasonerFactory {

  /** The name of the reasoner. */
  public static final String IRI = "https://w3id.org/mesagraph/reasoner";

  /** Of the model in an assembler file: by which standard the reasoner concludes. */
  public static final Property LANGUAGE = ResourceFactory.createProperty(IRI + "#language");

  @Override
  public Reasoner create(Resource configuration) {
    // Jena hands in no configuration where there is none
    Statement language = configuration == null ? null : configuration.getProperty(LANGUAGE);
    return new EntailingReasoner(
        new MaterializingReasoner(), language == null ? Language.OWL : language(language));
  }

  private static Language language(Statement statement) {
    try {
      return Language.valueOf(statement.getString());
    } catch (IllegalArgumentException | JenaException e) {
      throw new ReasonerException(
          "<" + LANGUAGE + "> is to be RDF, RDFS or OWL, as text: " + statement.getObject(), e);
    }
  }

  @Override
  public Model getCapabilities() {
    return ModelFactory.createDefaultModel();
  }

  @Override
  public String getURI() {
    return IRI;
  }
}
