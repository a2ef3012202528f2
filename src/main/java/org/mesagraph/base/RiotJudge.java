package org.mesagraph.base;

import java.util.Optional;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParserBuilder;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.riot.system.StreamRDFLib;

/** Jena RIOT as a second opinion on the syntax of a file that Rio accepts. */
final class RiotJudge {

  private RiotJudge() {}

  /** The first error that RIOT sees, if any; warnings are left to the checks on values. */
  static Optional<Problem> firstError(RdfFile file) {
    Handler handler = new Handler(file.name());
    try {
      RDFParserBuilder.create()
          .fromString(file.text())
          .lang(file.isTrig() ? Lang.TRIG : Lang.TURTLE)
          .errorHandler(handler)
          .parse(StreamRDFLib.sinkNull());
    } catch (RiotException e) {
      if (handler.found == null) {
        handler.error(e.getMessage(), 0, 0);
      }
    } catch (StackOverflowError e) {
      return Optional.of(
          new Problem(Place.of(file.name()), "nested too deeply", "write it with fewer brackets"));
    }
    return Optional.ofNullable(handler.found);
  }

  private static final class Handler implements ErrorHandler {
    private final String file;
    private Problem found;

    Handler(String file) {
      this.file = file;
    }

    @Override
    public void warning(String message, long line, long col) {
      // value checks are Rio's and Diagnosis'
    }

    @Override
    public void error(String message, long line, long col) {
      if (found == null) {
        found =
            new Problem(
                new Place(file, Math.max(0, (int) line)),
                "syntax: " + message,
                "mend the statement that ends here (is it closed by a full stop or a brace?)");
      }
    }

    @Override
    public void fatal(String message, long line, long col) {
      error(message, line, col);
      throw new RiotException(message);
    }
  }
}
