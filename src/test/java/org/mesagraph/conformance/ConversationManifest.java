package org.mesagraph.conformance;

import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Literal;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.rdf.model.Statement;
import org.mesagraph.conformance.Conversation.Step;

/** The tests of protocols whose manifests tell their requests in the HTTP vocabulary of the W3C. */
final class ConversationManifest {

  private static final String HTTP = "http://www.w3.org/2011/http#";
  private static final String CONTENT = "http://www.w3.org/2011/content#";
  private static final String STATUSES = "http://www.w3.org/2011/http-statusCodes#";
  private static final Pattern QUERIED = Pattern.compile("[?&](?:default|named)-graph-uri=([^&]*)");

  private ConversationManifest() {}

  /**
   * The tests of manifests.
   *
   * @param ours the path and query of a request here, where the manifest has another
   */
  static List<Conversation> read(
      SuiteFolder files, List<String> manifests, UnaryOperator<Message> ours) {
    return manifests.stream()
        .flatMap(manifest -> Manifests.entries(files, manifest).stream())
        .map(test -> conversation(test, ours))
        .toList();
  }

  private static Conversation conversation(Resource test, UnaryOperator<Message> ours) {
    Resource connection = test.getProperty(Manifests.mf("action")).getResource();
    List<Step> steps =
        Manifests.list(connection, property(HTTP + "requests")).stream()
            .map(request -> step(request.asResource(), ours))
            .toList();
    List<String> documents =
        steps.stream().flatMap(step -> asked(step.message().path())).distinct().toList();
    return new Conversation(test.getURI(), documents, steps);
  }

  /** The graphs that a query is about; the manifest does not tell of all, but they have to be. */
  private static Stream<String> asked(String path) {
    return QUERIED
        .matcher(path)
        .results()
        .map(found -> URLDecoder.decode(found.group(1), StandardCharsets.UTF_8));
  }

  private static Step step(Resource request, UnaryOperator<Message> ours) {
    Resource response = request.getProperty(property(HTTP + "resp")).getResource();
    return new Step(
        ours.apply(
            new Message(
                text(request, HTTP + "methodName").orElseThrow(),
                text(request, HTTP + "absolutePath").orElseThrow(),
                headers(request),
                body(request))),
        new Expectation(
            values(response, Manifests.MF + "expectedStatus")
                .map(status -> status(status.asResource()))
                .toList(),
            kind(response),
            values(response, Manifests.MF + "expectedBoolean")
                .map(value -> value.asLiteral().getBoolean())
                .findFirst(),
            content(response).flatMap(content -> text(content, CONTENT + "chars"))));
  }

  private static Optional<String> kind(Resource response) {
    List<String> headers = headers(response);
    return headers.isEmpty()
        ? text(response, Manifests.MF + "expectedFormat")
        : Optional.of(headers.get(1).replaceAll(";.*", "")); // only types are expected
  }

  private static List<String> headers(Resource message) {
    List<String> pairs = new ArrayList<>();
    for (RDFNode header : Manifests.list(message, property(HTTP + "headers"))) {
      pairs.add(text(header.asResource(), HTTP + "fieldName").orElseThrow());
      pairs.add(text(header.asResource(), HTTP + "fieldValue").orElseThrow());
    }
    return pairs;
  }

  private static byte[] body(Resource request) {
    Optional<Resource> content = content(request);
    Charset charset =
        Charset.forName(
            content.flatMap(body -> text(body, CONTENT + "characterEncoding")).orElse("UTF-8"));
    return content.flatMap(body -> text(body, CONTENT + "chars")).orElse("").getBytes(charset);
  }

  private static Optional<Resource> content(Resource message) {
    return values(message, HTTP + "body").map(RDFNode::asResource).findFirst();
  }

  private static String status(Resource status) {
    return switch (status.getURI().substring(STATUSES.length())) {
      case "OK" -> "200";
      case "Created" -> "201";
      case "NoContent" -> "204";
      case "BadRequest" -> "400";
      case "NotFound" -> "404";
      case "StatusCode2xx" -> "2xx";
      case "StatusCode3xx" -> "3xx";
      case "StatusCode4xx" -> "4xx";
      default -> throw new IllegalStateException("unknown status " + status);
    };
  }

  private static Optional<String> text(Resource subject, String property) {
    return values(subject, property)
        .map(RDFNode::asLiteral)
        .map(Literal::getLexicalForm)
        .findFirst();
  }

  private static Stream<RDFNode> values(Resource subject, String property) {
    return subject.listProperties(property(property)).toList().stream().map(Statement::getObject);
  }

  private static Property property(String iri) {
    return ResourceFactory.createProperty(iri);
  }
}
