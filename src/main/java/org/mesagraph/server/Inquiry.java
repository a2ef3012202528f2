package org.mesagraph.server;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.base.MesagraphException.Kind;
import org.mesagraph.base.Suggestion;

/**
 * The parameters of a request, of which each mistake is told with its cure.
 *
 * @param request what was asked
 * @param example how to ask, shown if something is missing
 */
record Inquiry(HttpServletRequest request, String example) {

  /**
   * A request whose parameters all have known names.
   *
   * @throws MesagraphException of kind USAGE if one has not
   */
  static Inquiry of(HttpServletRequest request, List<String> names, String example) {
    for (String name : request.getParameterMap().keySet()) {
      if (!names.contains(name)) {
        throw new MesagraphException(
            Kind.USAGE, "no parameter “" + name + "”" + Suggestion.phrase(name, names));
      }
    }
    return new Inquiry(request, example);
  }

  /** The one value of a parameter that must be given. */
  String required(String name) {
    return values(name).get(0);
  }

  /** All values of a parameter that must be given. */
  List<String> values(String name) {
    String[] values = request.getParameterValues(name);
    if (values == null || Arrays.stream(values).anyMatch(String::isBlank)) {
      throw new MesagraphException(
          Kind.USAGE, "parameter “" + name + "” is missing: ask " + example);
    }
    return List.of(values);
  }

  /** A parameter that is true or false, and false if it is not given. */
  boolean isSet(String name) {
    String text = Optional.ofNullable(request.getParameter(name)).orElse("false");
    if (text.equals("true") || text.equals("false")) {
      return text.equals("true");
    }
    throw new MesagraphException(Kind.USAGE, name + " must be true or false");
  }

  /** A parameter that is a number within bounds. */
  int number(String name, int least, int most, int usual) {
    String text = request.getParameter(name);
    if (text == null) {
      return usual;
    }
    if (text.matches("[0-9]{1,9}")) {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw new MesagraphException(
        Kind.USAGE, name + " must be a number from " + least + " to " + most);
  }
}
