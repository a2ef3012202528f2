package org.mesagraph.query;

import java.util.Optional;

/**
 * Why an argument is refused.
 *
 * @param parameter the name that was given or is missing
 * @param didYouMean what may have been meant
 * @param status the status over HTTP: 400, or 422 for an IRI that is not of the class
 */
public record ArgumentProblem(
    String parameter, String detail, Optional<String> didYouMean, int status) {

  /** The detail with the suggestion. */
  public String message() {
    return detail + didYouMean.map(name -> " – did you mean " + name + "?").orElse("");
  }
}
