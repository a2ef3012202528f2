package org.mesagraph.server;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.mesagraph.describe.Iris;
import org.mesagraph.guard.Guard;
import org.mesagraph.guard.GuardedQuery;
import org.mesagraph.guard.NamedGraphs;
import org.mesagraph.guard.QueryAnswer;
import org.mesagraph.guard.QueryRefused;
import org.mesagraph.http.Inquiry;
import org.mesagraph.http.Lane;
import org.mesagraph.http.Refusal;
import org.mesagraph.http.Reply;
import org.mesagraph.http.Resource;
import org.mesagraph.http.Route;

/**
 * {@code /sparql}: SPARQL queries of whoever asks; without a query, what can be asked.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-protocol/#query-operation">SPARQL 1.1 Protocol,
 *     2.1</a>
 */
record SparqlResource(Guard guard, EndpointDescription description) implements Resource<Served> {

  static final String PATH = "/sparql";

  private static final String TYPE = "application/sparql-query";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String QUERY = "query";
  private static final String DEFAULT_GRAPHS = "default-graph-uri";
  private static final String NAMED_GRAPHS = "named-graph-uri";
  private static final String TIMEOUT = "timeout";
  private static final int MILLIS = 1_000;

  static Route<Served> route(Guard guard, EndpointDescription description) {
    return Route.<Served>of("sparql", PATH, new SparqlResource(guard, description))
        .asked("GET", "POST")
        .with(QUERY, DEFAULT_GRAPHS, NAMED_GRAPHS, TIMEOUT, "format")
        .on(Lane.QUERIES)
        .kept(Served::version);
  }

  @Override
  public Reply answer(Served served, Inquiry inquiry) {
    if (inquiry.method().equals("GET") && !inquiry.parameters().containsKey(QUERY)) {
      return description.answer(served, inquiry);
    }
    Optional<String> format = inquiry.optional("format");
    try {
      GuardedQuery query = guard.query(text(inquiry), Iris.BASE, served.known());
      AnswerWriter writer = AnswerWriter.of(query.query(), format, inquiry.accept());
      QueryAnswer answer = guard.answer(served.dataset(), query, graphs(inquiry), budget(inquiry));
      Reply reply = writer.write(answer, guard.bounds().answers().bytes());
      boolean kept = inquiry.method().equals("GET") && query.isRepeatable();
      return kept ? reply : reply.with("Cache-Control", "no-store");
    } catch (QueryRefused e) {
      throw QueryRefusals.of(e).asException();
    }
  }

  private static String text(Inquiry inquiry) {
    if (inquiry.method().equals("GET")) {
      return inquiry.required(QUERY, PATH + "?query=…");
    }
    ContentType type = ContentType.of(inquiry);
    return switch (type.name()) {
      case FORM -> inquiry.required(QUERY, "POST query=…");
      case TYPE -> {
        type.checkCharset();
        if (inquiry.parameters().containsKey(QUERY)) {
          throw Refusal.of(400, "the query is in the body, and in a parameter too").asException();
        }
        yield strict(inquiry.body());
      }
      default -> throw type.unsupported(List.of(FORM, TYPE));
    };
  }

  private static String strict(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw Refusal.of(400, "the query is not in UTF-8").asException();
    }
  }

  private static NamedGraphs graphs(Inquiry inquiry) {
    return new NamedGraphs(
        inquiry.parameters().getOrDefault(DEFAULT_GRAPHS, List.of()),
        inquiry.parameters().getOrDefault(NAMED_GRAPHS, List.of()));
  }

  /** Whoever wants may ask for less time than there is, in seconds. */
  private Duration budget(Inquiry inquiry) {
    Duration most = guard.bounds().work().time();
    Optional<String> wanted = inquiry.optional(TIMEOUT);
    if (wanted.isEmpty()) {
      return most;
    }
    if (!wanted.get().matches("[0-9]{1,6}(\\.[0-9]{1,3})?")) {
      throw Refusal.of(400, "timeout must be a number of seconds, such as 2 or 0.5").asException();
    }
    return Duration.ofMillis((long) (Double.parseDouble(wanted.get()) * MILLIS));
  }
}
