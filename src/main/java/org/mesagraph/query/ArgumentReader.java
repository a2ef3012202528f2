package org.mesagraph.query;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.mesagraph.base.MesagraphException;
import org.mesagraph.base.Suggestion;

/** Turns the texts that a user gave into the terms that a query is run with. */
final class ArgumentReader {

  /** As many as anybody has asked with; each is looked up, and put into the query. */
  private static final int MOST_VALUES = 100;

  private static final int BAD = 400;
  private static final int NOT_OF_CLASS = 422;

  private final Header header;
  private final Individuals individuals;
  private final List<ArgumentProblem> problems = new ArrayList<>();

  ArgumentReader(Header header, Individuals individuals) {
    this.header = header;
    this.individuals = individuals;
  }

  Arguments read(Map<String, List<String>> given) {
    List<String> known = header.params().stream().map(Parameter::name).toList();
    for (String name : given.keySet()) {
      if (!known.contains(name)) {
        refuse(name, "no parameter “" + name + "”", Suggestion.nearest(name, known), BAD);
      }
    }
    Map<String, List<Node>> values = new LinkedHashMap<>();
    for (Parameter parameter : header.params()) {
      List<Node> nodes = read(parameter, given.getOrDefault(parameter.name(), List.of()));
      if (!nodes.isEmpty()) {
        values.put(parameter.name(), nodes);
      }
    }
    return problems.isEmpty() ? new Arguments.Accepted(values) : new Arguments.Refused(problems);
  }

  private List<Node> read(Parameter parameter, List<String> given) {
    List<String> texts = given.stream().filter(text -> !text.isBlank()).toList();
    if (texts.isEmpty()) {
      texts = parameter.defaults();
    }
    if (texts.isEmpty() && parameter.required()) {
      refuse(
          parameter.name(),
          "“" + parameter.name() + "” is missing (" + parameter.label() + ")",
          Optional.empty(),
          BAD);
    }
    if (texts.size() > 1 && !parameter.multi()) {
      refuse(parameter.name(), "“" + parameter.name() + "” takes one value", Optional.empty(), BAD);
      return List.of();
    }
    if (texts.size() > MOST_VALUES) {
      refuse(
          parameter.name(),
          "“" + parameter.name() + "” takes at most " + MOST_VALUES + " values",
          Optional.empty(),
          BAD);
      return List.of();
    }
    Set<Node> nodes = new LinkedHashSet<>();
    for (String text : texts) {
      Optional<Node> node =
          parameter.type() instanceof ValueType.Iri
              ? iri(parameter, text.strip())
              : literal(parameter, text);
      node.ifPresent(nodes::add);
    }
    return List.copyOf(nodes);
  }

  private Optional<Node> literal(Parameter parameter, String text) {
    Optional<String> fault = Literals.fault(parameter, text);
    if (fault.isPresent()) {
      refuse(parameter.name(), fault.get(), Literals.suggestion(parameter, text), BAD);
      return Optional.empty();
    }
    return Optional.of(Literals.of(parameter.type(), text));
  }

  private Optional<Node> iri(Parameter parameter, String text) {
    Optional<Node> node = isSlug(text) ? bySlug(parameter, text) : byName(parameter, text);
    if (node.isEmpty()) {
      return node;
    }
    if (!parameter.enumeration().isEmpty() && !enumerated(parameter).contains(node.get())) {
      refuse(
          parameter.name(),
          Literals.notOneOf(parameter, text),
          Literals.suggestion(parameter, Individuals.slug(node.get())),
          BAD);
      return Optional.empty();
    }
    if (parameter.ofClass().filter(c -> !individuals.isInstance(node.get(), c)).isPresent()) {
      refuseUnknown(parameter, individuals.show(node.get()), Individuals.slug(node.get()));
      return Optional.empty();
    }
    return node;
  }

  private static boolean isSlug(String text) {
    return text.indexOf(':') < 0 && !text.startsWith("<");
  }

  private Optional<Node> byName(Parameter parameter, String text) {
    try {
      return Optional.of(individuals.expand(text));
    } catch (MesagraphException e) {
      refuse(parameter.name(), e.getMessage(), Optional.empty(), BAD);
      return Optional.empty();
    }
  }

  private Optional<Node> bySlug(Parameter parameter, String slug) {
    List<Node> found = withSlug(parameter, slug);
    if (found.size() > 1) {
      refuse(
          parameter.name(),
          "“"
              + slug
              + "” may be "
              + String.join(" or ", found.stream().map(individuals::show).toList()),
          Optional.of(individuals.show(found.get(0))),
          BAD);
      return Optional.empty();
    }
    if (found.isEmpty()) {
      if (parameter.enumeration().isEmpty()) {
        refuseUnknown(parameter, "“" + slug + "”", slug);
      } else {
        refuse(
            parameter.name(),
            Literals.notOneOf(parameter, slug),
            Literals.suggestion(parameter, slug),
            BAD);
      }
      return Optional.empty();
    }
    return Optional.of(found.get(0));
  }

  private List<Node> withSlug(Parameter parameter, String slug) {
    List<Node> candidates =
        parameter.enumeration().isEmpty()
            ? individuals.of(parameter.ofClass())
            : List.copyOf(enumerated(parameter));
    List<Node> exact =
        candidates.stream().filter(node -> Individuals.slug(node).equals(slug)).toList();
    if (!exact.isEmpty()) {
      return exact;
    }
    // people type a short name as answers show it, S4, or a label with blanks
    String spelt = slug.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", "-");
    return candidates.stream().filter(node -> Individuals.slug(node).equals(spelt)).toList();
  }

  /** The enumerated IRIs; those that the data does not know are left out. */
  private Set<Node> enumerated(Parameter parameter) {
    Set<Node> nodes = new LinkedHashSet<>();
    for (String text : parameter.enumeration()) {
      if (isSlug(text)) {
        individuals.of(parameter.ofClass()).stream()
            .filter(node -> Individuals.slug(node).equals(text))
            .forEach(nodes::add);
      } else {
        nodes.add(individuals.expand(text));
      }
    }
    return nodes;
  }

  private void refuseUnknown(Parameter parameter, String shown, String slug) {
    List<String> known =
        individuals.of(parameter.ofClass()).stream().map(Individuals::slug).distinct().toList();
    refuse(
        parameter.name(),
        "no " + parameter.ofClass().map(individuals::show).orElse("IRI") + " " + shown,
        Suggestion.nearest(slug, known).or(() -> nearestBeginning(slug, known)),
        NOT_OF_CLASS);
  }

  /** The slug whose first words are nearest, as “deceptve” begins “deceptive-alignment”. */
  private static Optional<String> nearestBeginning(String slug, List<String> known) {
    int words = slug.split("-").length;
    Map<String, String> byBeginning = new TreeMap<>();
    for (String name : known) {
      String beginning = Arrays.stream(name.split("-")).limit(words).collect(joining("-"));
      byBeginning.putIfAbsent(beginning, name);
    }
    return Suggestion.nearest(slug, byBeginning.keySet()).map(byBeginning::get);
  }

  private void refuse(String name, String detail, Optional<String> didYouMean, int status) {
    problems.add(new ArgumentProblem(name, detail, didYouMean, status));
  }
}
