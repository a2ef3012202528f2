package org.mesagraph.describe;

import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.mesagraph.base.Prefixes;

/** Terms of others that Jena has no constants for, and the prefixes of all that is written here. */
final class Terms {

  static final String DCAT = "http://www.w3.org/ns/dcat#";
  static final String FOAF = "http://xmlns.com/foaf/0.1/";
  static final String PAV = "http://purl.org/pav/";
  static final String PROV = "http://www.w3.org/ns/prov#";
  static final String SCHEMA = "https://schema.org/";
  static final String SD = "http://www.w3.org/ns/sparql-service-description#";
  static final String SH = "http://www.w3.org/ns/shacl#";
  static final String VANN = "http://purl.org/vocab/vann/";
  static final String VOID = "http://rdfs.org/ns/void#";
  static final String VOID_EXT = "http://ldf.fi/void-ext#";
  static final String XSD = "http://www.w3.org/2001/XMLSchema#";

  private Terms() {}

  static Node dcat(String name) {
    return NodeFactory.createURI(DCAT + name);
  }

  static Node foaf(String name) {
    return NodeFactory.createURI(FOAF + name);
  }

  static Node prov(String name) {
    return NodeFactory.createURI(PROV + name);
  }

  static Node sh(String name) {
    return NodeFactory.createURI(SH + name);
  }

  static Node voids(String name) {
    return NodeFactory.createURI(VOID + name);
  }

  static Node in(String namespace, String name) {
    return NodeFactory.createURI(namespace + name);
  }

  static Node english(String text) {
    return NodeFactory.createLiteralLang(text, "en");
  }

  static Node text(String text) {
    return NodeFactory.createLiteralString(text);
  }

  static Node iri(String iri) {
    return NodeFactory.createURI(iri);
  }

  static Triple triple(Node subject, Node predicate, Node object) {
    return Triple.create(subject, predicate, object);
  }

  /** The prefixes of the project with those of the vocabularies that only descriptions use. */
  static Prefixes prefixes(Prefixes ours) {
    SortedMap<String, String> all = new TreeMap<>();
    all.put("dcat", DCAT);
    all.put("pav", PAV);
    all.put("sd", SD);
    all.put("vann", VANN);
    all.put("void", VOID);
    all.put("void-ext", VOID_EXT);
    all.putAll(ours.namespaces());
    return Prefixes.of(all);
  }
}
