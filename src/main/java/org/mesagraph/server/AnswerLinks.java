package org.mesagraph.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mesagraph.base.Prefixes;
import org.mesagraph.http.Inquiry;
import org.mesagraph.http.Reply;
import org.mesagraph.query.Answer;
import org.mesagraph.query.Page;
import org.mesagraph.query.Publication;

/**
 * Where else to go from an answer: the other pages, the one address of the answer, the schema of
 * its rows, the licence.
 *
 * @param path of the query, without suffix
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8288">RFC 8288</a>
 */
record AnswerLinks(Answer answer, Inquiry inquiry, String path, Prefixes prefixes) {

  /** A longer field would be too much for some readers. */
  private static final int LONGEST = 2_000;

  /** The reply with its links. */
  Reply on(Reply reply) {
    Reply linked = reply.with("Link", "<" + Publication.LICENCE + ">; rel=\"license\"");
    linked =
        linked.with(
            "Link",
            "<" + path + "/schema.json>; rel=\"describedby\"; type=\"application/schema+json\"");
    String canonical = path + Publication.question(answer.arguments(), prefixes);
    if (canonical.length() > LONGEST) {
      return linked;
    }
    linked = linked.with("Link", "<" + canonical + ">; rel=\"canonical\"");
    if (answer.page().isPresent()) {
      linked = linked.with("Link", "<" + page(1) + ">; rel=\"first\"");
    }
    if (previous().isPresent()) {
      linked = linked.with("Link", "<" + previous().get() + ">; rel=\"prev\"");
    }
    return next().isPresent()
        ? linked.with("Link", "<" + next().get() + ">; rel=\"next\"")
        : linked;
  }

  /** The page before. */
  Optional<String> previous() {
    return number().filter(number -> number > 1).map(number -> page(number - 1));
  }

  /** The page after, if rows follow. */
  Optional<String> next() {
    return number().filter(number -> answer.more()).map(number -> page(number + 1));
  }

  private Optional<Long> number() {
    return answer.page().filter(page -> page.number().isPresent()).map(p -> p.number().getAsLong());
  }

  private String page(long number) {
    List<String> pairs = new ArrayList<>();
    String question = Publication.question(answer.arguments(), prefixes);
    if (!question.isEmpty()) {
      pairs.add(question.substring(1));
    }
    pairs.add(Paging.PAGE + "=" + number);
    pairs.add(Paging.LIMIT + "=" + answer.page().map(Page::limit).orElseThrow());
    if (inquiry.suffix().isEmpty() && inquiry.parameters().containsKey("format")) {
      pairs.add("format=" + inquiry.chosen());
    }
    String suffix = inquiry.suffix().map(name -> "." + name).orElse("");
    return path + suffix + "?" + String.join("&", pairs);
  }
}
