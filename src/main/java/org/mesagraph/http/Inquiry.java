package org.mesagraph.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.base.MesagraphException.Kind;
import org.mesagraph.base.Suggestion;

/**
 * What is asked. Each mistake in a parameter is told with its cure.
 *
 * @param method GET also stands for HEAD
 * @param origin scheme and authority for absolute links; never what the request claims
 * @param base path before all others, for links; empty at the root
 * @param path below the path of the route, without the slash between them and without suffix
 * @param suffix by which the path chooses a format, if it does
 * @param format that was chosen, if the route has formats
 * @param parameters of the query part and of a form, in the order they were given
 * @param body of a request that is not a form; empty if there is none
 * @param header the value of a field of the request by its name
 * @param client address of who asks
 */
public record Inquiry(
    String method,
    String origin,
    String base,
    String path,
    Optional<String> suffix,
    Optional<String> format,
    Map<String, List<String>> parameters,
    byte[] body,
    Function<String, Optional<String>> header,
    String client) {

  /**
   * Refuses parameters that are not known.
   *
   * @throws MesagraphException of kind USAGE
   */
  public void checkNames(List<String> known) {
    for (String name : parameters.keySet()) {
      if (!known.contains(name)) {
        throw new MesagraphException(
            Kind.USAGE, "no parameter “" + name + "”" + Suggestion.phrase(name, known));
      }
    }
  }

  /** The whole link to a path of this server, such as {@code /q/}. */
  public String absolute(String to) {
    return origin + base + to;
  }

  /** The format that was chosen. */
  public String chosen() {
    return format.orElseThrow();
  }

  /** Whether a format was chosen, and it is this one. */
  public boolean wants(String name) {
    return format.equals(Optional.of(name));
  }

  /** The field Accept, if there is one. */
  public Optional<String> accept() {
    return header.apply("Accept");
  }

  /** The one value of a parameter, if it is given; blank counts as not given. */
  public Optional<String> optional(String name) {
    List<String> values = parameters.getOrDefault(name, List.of());
    if (values.size() > 1) {
      throw new MesagraphException(Kind.USAGE, "parameter “" + name + "” is given more than once");
    }
    return values.stream().filter(value -> !value.isBlank()).findFirst();
  }

  /**
   * The one value of a parameter that must be given.
   *
   * @param example how to ask
   */
  public String required(String name, String example) {
    return optional(name).orElseThrow(() -> missing(name, example));
  }

  /** All values of a parameter that must be given. */
  public List<String> values(String name, String example) {
    List<String> values = parameters.getOrDefault(name, List.of());
    if (values.isEmpty() || values.stream().anyMatch(String::isBlank)) {
      throw missing(name, example);
    }
    return values;
  }

  private static MesagraphException missing(String name, String example) {
    return new MesagraphException(
        Kind.USAGE, "parameter “" + name + "” is missing: ask " + example);
  }

  /** A parameter that is true or false, and false if it is not given. */
  public boolean isSet(String name) {
    String text = optional(name).orElse("false");
    if (text.equals("true") || text.equals("false")) {
      return text.equals("true");
    }
    throw new MesagraphException(Kind.USAGE, name + " must be true or false");
  }

  /** A parameter that is a number within bounds. */
  public int number(String name, int least, int most, int usual) {
    if (!parameters.containsKey(name)) {
      return usual;
    }
    String text = optional(name).orElse("");
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
