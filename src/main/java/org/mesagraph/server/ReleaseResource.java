package org.mesagraph.server;

import org.mesagraph.http.Inquiry;
import org.mesagraph.http.Refusal;
import org.mesagraph.http.Reply;
import org.mesagraph.http.Resource;
import org.mesagraph.http.Route;
import org.mesagraph.query.Publication;
import org.mesagraph.query.QueryRunner;
import org.mesagraph.query.SparqlExamples;

/**
 * {@code /v/{release}/q/{name}}: the answer of a saved query from a release that is kept, which
 * never changes while it is kept.
 */
record ReleaseResource(Pages pages) implements Resource<Served> {

  private static final int GONE = 410;
  private static final String QUERIES = "/q/";

  static Route<Served> route(Pages pages) {
    return Route.of("release", "/v/*", new ReleaseResource(pages))
        .asked("GET", "POST")
        .in(QueryFormats.ALL)
        .kept(Served::version);
  }

  @Override
  public Reply answer(Served served, Inquiry inquiry) {
    int end = inquiry.path().indexOf(QUERIES);
    if (end < 1) {
      throw Refusal.of(404, "nothing is here: ask /v/{release}/q/{name}").asException();
    }
    String release = inquiry.path().substring(0, end);
    QueryRunner runner = runner(served, release);
    return new SavedQueryAnswer(
            served.queries(),
            runner,
            new SparqlExamples(runner, served.describer().endpoint()),
            new Publication(inquiry.absolute("") + "/v/" + release, release),
            inquiry,
            inquiry.path().substring(end + QUERIES.length()),
            inquiry.base() + "/v/" + release + QUERIES,
            pages)
        .reply();
  }

  private static QueryRunner runner(Served served, String release) {
    if (release.equals(served.release()) || release.equals(served.version())) {
      return served.runner();
    }
    Releases.Found found = served.releases().find(release);
    if (found instanceof Releases.Kept kept) {
      return kept.runner();
    }
    if (found instanceof Releases.Gone) {
      throw Refusal.of(
              GONE,
              "release " + release + " is no longer kept – the one that is: " + served.release())
          .asException();
    }
    throw Refusal.of(404, "there was no release “" + release + "” – there is " + served.release())
        .asException();
  }
}
