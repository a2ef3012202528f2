package org.mesagraph.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.apache.jena.assembler.Assembler;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.InfModel;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.reasoner.InfGraph;
import org.apache.jena.reasoner.Reasoner;
import org.apache.jena.reasoner.ReasonerException;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EntailingReasonerTest {

  private static final Path FOLDER =
      Path.of(System.getProperty("mesagraph.home", "."), "src/test/resources/store");

  private final Model data = ModelFactory.createDefaultModel();
  private final Resource a = data.createResource("http://example.org/a");
  private final Resource small = data.createResource("http://example.org/Small");
  private final Resource large = data.createResource("http://example.org/Large");

  @Test
  void what_follows_is_found_beside_what_is_stated() {
    data.add(a, RDF.type, small).add(small, RDFS.subClassOf, large);
    InfModel inferred = ModelFactory.createInfModel(reasoner("RDFS"), data);

    assertThat(inferred.contains(a, RDF.type, large)).isTrue();
    assertThat(inferred.listStatements(a, RDF.type, small).toList()).hasSize(1);
    assertThat(inferred.getRawModel().contains(a, RDF.type, large)).isFalse();
    assertThat(inferred.getDeductionsModel().contains(a, RDF.type, large)).isTrue();
    assertThat(inferred.getDeductionsModel().contains(a, RDF.type, small)).isFalse();
  }

  @Test
  void a_change_is_followed_whoever_makes_it() {
    data.add(small, RDFS.subClassOf, large);
    InfModel inferred = ModelFactory.createInfModel(reasoner("RDFS"), data);
    assertThat(inferred.contains(a, RDF.type, large)).isFalse();

    inferred.add(a, RDF.type, small);
    assertThat(inferred.contains(a, RDF.type, large)).isTrue();

    inferred.remove(a, RDF.type, small);
    assertThat(inferred.contains(a, RDF.type, large)).isFalse();

    data.add(a, RDF.type, small);
    inferred.rebind();
    assertThat(inferred.contains(a, RDF.type, large)).isTrue();
  }

  @Test
  void a_schema_may_be_bound_first() {
    Model schema = ModelFactory.createDefaultModel().add(small, RDFS.subClassOf, large);
    data.add(a, RDF.type, small);
    InfModel inferred = ModelFactory.createInfModel(reasoner("OWL"), schema, data);

    assertThat(inferred.contains(a, RDF.type, large)).isTrue();
    assertThat(inferred.getRawModel().size()).isEqualTo(1);
  }

  @Test
  void a_literal_is_found_as_it_is_stated() {
    Graph graph = data.getGraph();
    Property says = data.createProperty("http://example.org/says");
    Triple stated =
        Triple.create(a.asNode(), says.asNode(), NodeFactory.createLiteralLang("colour", "en-GB"));
    graph.add(stated);
    InfGraph inferred = reasoner("RDFS").bind(graph);

    assertThat(inferred.contains(stated)).isTrue();
    assertThat(inferred.find(a.asNode(), says.asNode(), null).toList()).containsExactly(stated);
  }

  @Test
  void a_contradiction_makes_the_model_invalid() {
    data.add(small, OWL2.disjointWith, large).add(a, RDF.type, small);
    InfModel inferred = ModelFactory.createInfModel(reasoner("OWL"), data);
    assertThat(inferred.validate().isValid()).isTrue();

    inferred.add(a, RDF.type, large);

    assertThat(inferred.validate().isValid()).isFalse();
    assertThat(inferred.validate().getReports().next().getDescription()).contains(a.getURI());
  }

  @Test
  void it_can_stand_in_an_assembler_file() {
    Model file = RDFDataMgr.loadModel(FOLDER.resolve("assembler.ttl").toUri().toString());
    Model inferred =
        Assembler.general().openModel(file.getResource("http://example.org/assembled"));

    assertThat(inferred.contains(a, RDF.type, large)).isTrue();
    assertThat(inferred.contains(small, RDF.type, RDFS.Class)).as("by RDFS").isTrue();
  }

  @Test
  void a_language_that_is_none_is_refused() {
    assertThatThrownBy(() -> reasoner("PROLOG"))
        .isInstanceOf(ReasonerException.class)
        .hasMessageContaining("RDF, RDFS or OWL")
        .hasMessageContaining("PROLOG");
  }

  private static Reasoner reasoner(String language) {
    Resource configuration =
        ModelFactory.createDefaultModel()
            .createResource()
            .addProperty(EntailingReasonerFactory.LANGUAGE, language);
    return new EntailingReasonerFactory().create(configuration);
  }
}
