package org.mesagraph.server;

import java.util.Optional;
import org.apache.jena.atlas.json.JsonNumber;
import org.mesagraph.guard.QueryRefused;
import org.mesagraph.guard.Spot;
import org.mesagraph.http.Refusal;

/** What the refusals of queries are over HTTP. */
final class QueryRefusals {

  private static final int RETRY_SECONDS = 5;

  private QueryRefusals() {}

  static Refusal of(QueryRefused e) {
    Refusal refusal =
        switch (e.reason()) {
          case SYNTAX -> Refusal.of(400, "Not a query", e.getMessage());
          case NOT_ALLOWED -> Refusal.of(400, "Not allowed", e.getMessage());
          case TOO_LONG -> Refusal.of(413, "Query too long", e.getMessage());
          case TOO_MUCH -> Refusal.of(413, "Answer too large", e.getMessage());
          case TOO_COMPLEX -> Refusal.of(422, "Query too complex", e.getMessage());
          case TOO_HUNGRY -> Refusal.of(422, "Query too costly", e.getMessage());
          case TOO_SLOW, NO_MEMORY ->
              Refusal.of(503, "Limit reached", e.getMessage()).retryAfter(RETRY_SECONDS);
        };
    Optional<Spot> spot = e.spot();
    if (spot.isPresent()) {
      refusal =
          refusal
              .member("line", JsonNumber.value(spot.get().line()))
              .member("column", JsonNumber.value(spot.get().column()))
              .member("token", spot.get().token());
    }
    Optional<String> meant = e.didYouMean();
    return meant.isPresent() ? refusal.member("didYouMean", meant.get()) : refusal;
  }
}
