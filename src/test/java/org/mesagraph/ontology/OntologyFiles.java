package org.mesagraph.ontology;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.rdf.model.Statement;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.formats.RDFXMLDocumentFormat;
import org.semanticweb.owlapi.io.StringDocumentSource;
import org.semanticweb.owlapi.io.StringDocumentTarget;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.model.OWLOntologyCreationException;
import org.semanticweb.owlapi.model.OWLOntologyStorageException;
import org.semanticweb.owlapi.rdf.rdfxml.parser.RDFXMLParser;

/** The files of the project's ontology, as Jena models and as an ontology of the OWL API. */
final class OntologyFiles {

  static final String NS = "https://w3id.org/mesagraph/ontology/";
  static final Path HOME = Path.of(System.getProperty("mesagraph.home", "."));

  private static final Resource PUBLISHED = ResourceFactory.createResource(NS);

  private OntologyFiles() {}

  /** The files with an ending under a folder of the project, sorted. */
  static List<Path> under(String folder, String ending) {
    try (Stream<Path> files = Files.walk(HOME.resolve(folder))) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The path of a file as people write it, from the project's root. */
  static String name(Path file) {
    return HOME.relativize(file).toString().replace('\\', '/');
  }

  /** The files that define terms: those right under {@code ontology/}. */
  static List<Path> modules() {
    return under("ontology", ".ttl").stream()
        .filter(file -> file.getParent().equals(HOME.resolve("ontology")))
        .toList();
  }

  static Model read(Path file) {
    return RDFDataMgr.loadModel(file.toString());
  }

  /** All modules as they are. */
  static Model all() {
    Model all = ModelFactory.createDefaultModel();
    modules().forEach(file -> all.add(read(file)));
    return all;
  }

  /** Several modules as one document: their headers become one, and it imports nothing. */
  static Model merged(Model modules) {
    Set<Resource> headers = modules.listSubjectsWithProperty(RDF.type, OWL.Ontology).toSet();
    Model merged = ModelFactory.createDefaultModel().setNsPrefixes(modules);
    for (Statement statement : modules.listStatements().toList()) {
      if (!statement.getPredicate().equals(OWL.imports)) {
        Resource subject = statement.getSubject();
        Property predicate = statement.getPredicate();
        merged.add(
            headers.contains(subject) ? PUBLISHED : subject, predicate, statement.getObject());
      }
    }
    return merged;
  }

  /** The ontology as it is published, in one document. */
  static Model published() {
    return merged(all());
  }

  /** Terms of ours that the ontology declares to be of a type. */
  static Set<Resource> terms(Model model, Resource... types) {
    Set<Resource> terms = new TreeSet<>((one, other) -> one.getURI().compareTo(other.getURI()));
    for (Resource type : types) {
      for (Resource term : model.listSubjectsWithProperty(RDF.type, type).toList()) {
        if (term.isURIResource() && term.getURI().startsWith(NS)) {
          terms.add(term);
        }
      }
    }
    return terms;
  }

  /** Reads a document with the OWL API's own parser, which reports what it cannot place. */
  static OWLOntology owl(Model model) throws OWLOntologyCreationException {
    StringWriter xml = new StringWriter();
    RDFDataMgr.write(xml, model, RDFFormat.RDFXML_PLAIN);
    OWLOntology ontology = OWLManager.createOWLOntologyManager().createOntology(IRI.create(NS));
    new RDFXMLParser()
        .parse(
            new StringDocumentSource(xml.toString()),
            ontology,
            ontology.getOWLOntologyManager().getOntologyLoaderConfiguration());
    return ontology;
  }

  /** An ontology of the OWL API back as triples. */
  static Model triples(OWLOntology ontology) throws OWLOntologyStorageException {
    StringDocumentTarget target = new StringDocumentTarget();
    ontology.saveOntology(new RDFXMLDocumentFormat(), target);
    Model model = ModelFactory.createDefaultModel();
    RDFDataMgr.read(model, new StringReader(target.toString()), null, Lang.RDFXML);
    return model;
  }
}
