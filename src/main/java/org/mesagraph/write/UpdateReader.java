package org.mesagraph.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.modify.request.UpdateDeleteWhere;
import org.apache.jena.sparql.modify.request.UpdateModify;
import org.apache.jena.update.Update;
import org.mesagraph.base.KnowledgeBase;
import org.mesagraph.base.Statement;
import org.mesagraph.guard.Bounds;
import org.mesagraph.guard.Guard;
import org.mesagraph.guard.Known;
import org.mesagraph.guard.QueryRefused;
import org.mesagraph.guard.Spot;
import org.mesagraph.write.RefusedException.Reason;

/** Reads requests of SPARQL 1.1 Update. */
public final class UpdateReader implements AutoCloseable {

  private static final String ID = "update/syntax";

  /** Relative IRIs are those of the project, as they are in queries. */
  private static final String BASE = "https://w3id.org/mesagraph/";

  private final Guard guard;
  private final Known known;
  private final Limits limits;

  private UpdateReader(Guard guard, Known known, Limits limits) {
    this.guard = guard;
    this.known = known;
    this.limits = limits;
  }

  /** A reader that knows the terms of the ontology; to be closed with the desk. */
  static UpdateReader of(KnowledgeBase base, Limits limits) {
    Bounds usual = Bounds.usual(limits.time());
    Bounds bounds =
        new Bounds(
            new Bounds.Text(limits.characters(), usual.text().nesting(), usual.text().signs()),
            usual.shape(),
            usual.work(),
            new Bounds.Answers(limits.rows(), limits.rows(), usual.answers().bytes()));
    List<String> terms =
        base.statements().stream()
            .filter(statement -> statement.graph().equals(KnowledgeBase.ONTOLOGY_GRAPH))
            .map(Statement::triple)
            .filter(triple -> triple.getSubject().isURI())
            .map(triple -> triple.getSubject().getURI())
            .distinct()
            .toList();
    return new UpdateReader(Guard.of(bounds), Known.of(base.prefixes(), terms), limits);
  }

  /**
   * Reads a request.
   *
   * @param using graphs that patterns without a graph are matched in, as {@code using-graph-uri}
   * @param named graphs that patterns may name, as {@code using-named-graph-uri}
   * @throws RefusedException if it is none, or asks for what is never done here
   */
  public Edit read(byte[] body, List<Node> using, List<Node> named) {
    String text = StrictText.of(body);
    Nesting.check(text, Syntax.Family.TURTLE);
    List<Update> operations = OwnStack.run(() -> parse(text));
    TermsOfUpdate.check(text, operations);
    List<Update> here = new ArrayList<>();
    for (Update operation : operations) {
      here.add(using.isEmpty() && named.isEmpty() ? operation : using(operation, using, named));
    }
    return new Edit.Update(new UpdateText(here, new PatternMatching(guard, limits.time())));
  }

  private List<Update> parse(String text) {
    try {
      return guard.update(text, BASE, known).getOperations();
    } catch (QueryRefused e) {
      throw refusal(e);
    }
  }

  /** What the guard refuses is told as everything else is. */
  static RefusedException refusal(QueryRefused e) {
    Reason reason =
        switch (e.reason()) {
          case SYNTAX -> Reason.MALFORMED;
          case NOT_ALLOWED -> Reason.FORBIDDEN;
          case TOO_COMPLEX -> Reason.UNFIT;
          case TOO_LONG, TOO_MUCH -> Reason.TOO_LARGE;
          case TOO_SLOW, TOO_HUNGRY -> Reason.TOO_SLOW;
          case NO_MEMORY -> Reason.BUSY;
        };
    Optional<Spot> spot = e.spot();
    return new RefusedException(
        reason,
        e.getMessage(),
        spot.map(
                place ->
                    List.of(
                        Defect.of(
                            ID,
                            new Position(place.line(), place.column()),
                            e.getMessage(),
                            e.didYouMean()
                                .map(name -> "did you mean " + name + "?")
                                .orElse("see https://www.w3.org/TR/sparql11-update/"))))
            .orElse(List.of()));
  }

  /** Protocol §2.2.3: the graphs of the request, unless the text has graphs of its own. */
  private static Update using(Update operation, List<Node> using, List<Node> named) {
    Update here =
        operation instanceof UpdateDeleteWhere where ? Patterns.asModify(where) : operation;
    if (here instanceof UpdateModify modify) {
      if (modify.getWithIRI() != null
          || !modify.getUsing().isEmpty()
          || !modify.getUsingNamed().isEmpty()) {
        throw new RefusedException(
            Reason.MALFORMED,
            "using-graph-uri and using-named-graph-uri cannot be given for an update that says"
                + " WITH or USING – leave out the one or the other");
      }
      using.forEach(modify::addUsing);
      named.forEach(modify::addUsingNamed);
    }
    return here;
  }

  @Override
  public void close() {
    guard.close();
  }
}
