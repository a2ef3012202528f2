package org.mesagraph.write;

import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.irix.IRIx;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.riot.system.FactoryRDF;
import org.apache.jena.riot.system.ParserProfile;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.tokens.Token;
import org.apache.jena.sparql.core.Quad;

/** Makes the terms of a parser as another profile does, and checks each where it stands. */
final class CheckedProfile implements ParserProfile {

  private final ParserProfile profile;
  private final Complaints complaints;

  CheckedProfile(ParserProfile profile, Complaints complaints) {
    this.profile = profile;
    this.complaints = complaints;
  }

  @Override
  public Node create(Node graph, Token token) {
    // the standard profile would ask itself for the parts, and not this one
    return switch (token.getType()) {
      case IRI -> createURI(token.getImage(), token.getLine(), token.getColumn());
      case BNODE -> createBlankNode(graph, token.getImage(), token.getLine(), token.getColumn());
      default -> check(profile.create(graph, token), token.getLine(), token.getColumn());
    };
  }

  @Override
  public Node createURI(String iri, long line, long column) {
    if (iri.startsWith("_:")) {
      // RIOT would take it for a blank node of the store
      complaints.add("a blank node in angle brackets", "write it without them", line, column);
    }
    return check(profile.createURI(iri, line, column), line, column);
  }

  @Override
  public Node createURI(IRIx iri, long line, long column) {
    return check(profile.createURI(iri, line, column), line, column);
  }

  @Override
  public Node createTypedLiteral(String text, RDFDatatype datatype, long line, long column) {
    return check(profile.createTypedLiteral(text, datatype, line, column), line, column);
  }

  @Override
  public Node createLangLiteral(String text, String language, long line, long column) {
    return check(profile.createLangLiteral(text, language, line, column), line, column);
  }

  @Override
  public Node createLangDirLiteral(
      String text, String language, String direction, long line, long column) {
    return check(
        profile.createLangDirLiteral(text, language, direction, line, column), line, column);
  }

  @Override
  public Node createStringLiteral(String text, long line, long column) {
    return check(profile.createStringLiteral(text, line, column), line, column);
  }

  @Override
  public Node createTripleTerm(Node subject, Node predicate, Node object, long line, long column) {
    complaintOfTriple(line, column);
    return profile.createTripleTerm(subject, predicate, object, line, column);
  }

  @Override
  public Node createTripleTerm(Triple triple, long line, long column) {
    complaintOfTriple(line, column);
    return profile.createTripleTerm(triple, line, column);
  }

  private void complaintOfTriple(long line, long column) {
    complaints.add(
        "a quoted triple",
        "give the statement an IRI of its own, such as a claim, and describe that",
        line,
        column);
  }

  private Node check(Node node, long line, long column) {
    complaints.check(node, line, column);
    return node;
  }

  @Override
  public Node createBlankNode(Node scope, String label, long line, long column) {
    complaints.at(line, column);
    return profile.createBlankNode(scope, label, line, column);
  }

  @Override
  public Node createBlankNode(Node scope, long line, long column) {
    complaints.at(line, column);
    return profile.createBlankNode(scope, line, column);
  }

  @Override
  public Triple createTriple(Node subject, Node predicate, Node object, long line, long column) {
    return profile.createTriple(subject, predicate, object, line, column);
  }

  @Override
  public Quad createQuad(
      Node graph, Node subject, Node predicate, Node object, long line, long column) {
    return profile.createQuad(graph, subject, predicate, object, line, column);
  }

  @Override
  public Node createGraphNode(Graph graph, long line, long column) {
    return profile.createGraphNode(graph, line, column);
  }

  @Override
  public Node createNodeFromToken(Node scope, Token token, long line, long column) {
    return profile.createNodeFromToken(scope, token, line, column);
  }

  @Override
  public String resolveIRI(String iri, long line, long column) {
    return profile.resolveIRI(iri, line, column);
  }

  @Override
  public void setBaseIRI(String base) {
    profile.setBaseIRI(base);
  }

  @Override
  public boolean isStrictMode() {
    return profile.isStrictMode();
  }

  @Override
  public String getBaseURI() {
    return profile.getBaseURI();
  }

  @Override
  public PrefixMap getPrefixMap() {
    return profile.getPrefixMap();
  }

  @Override
  public ErrorHandler getErrorHandler() {
    return profile.getErrorHandler();
  }

  @Override
  public FactoryRDF getFactorRDF() {
    return profile.getFactorRDF();
  }
}
