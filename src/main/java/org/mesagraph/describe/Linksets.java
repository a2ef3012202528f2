package org.mesagraph.describe;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/**
 * The statements that lead out of the dataset, counted by where they lead and by which property.
 * What RDF itself needs, such as the class of a thing, is no link.
 *
 * @see <a href="https://www.w3.org/TR/void/#linkset">VoID, section 5</a>
 */
final class Linksets {

  private static final String FILE = "targets.tsv";
  private static final Pattern HOST = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://([^/?#]+).*");
  private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):.*");
  private static final List<String> LANGUAGES =
      List.of(RDF.getURI(), RDFS.getURI(), OWL.getURI(), Terms.XSD);

  private final List<Known> known = read();

  /** Links by one property to one dataset. */
  record Linkset(Target target, Node property, long triples) {}

  /**
   * A dataset of somebody else.
   *
   * @param name short, made of letters, digits and hyphens
   * @param spaces how its IRIs begin
   */
  record Target(String name, String label, Set<String> spaces) {}

  private record Known(String name, String label, String space) {}

  /** The linksets of some triples, by target and property. */
  List<Linkset> of(Collection<Triple> triples) {
    SortedMap<String, SortedMap<Node, Long>> counts = new TreeMap<>();
    SortedMap<String, String> labels = new TreeMap<>();
    SortedMap<String, Set<String>> spaces = new TreeMap<>();
    for (Triple triple : triples) {
      if (!isLink(triple)) {
        continue;
      }
      Known target = target(triple.getObject().getURI());
      counts
          .computeIfAbsent(target.name(), any -> new TreeMap<>(Order.NODES))
          .merge(triple.getPredicate(), 1L, Long::sum);
      labels.put(target.name(), target.label());
      spaces.computeIfAbsent(target.name(), any -> new TreeSet<>()).add(target.space());
    }
    List<Linkset> linksets = new ArrayList<>();
    counts.forEach(
        (name, properties) -> {
          Target target = new Target(name, labels.get(name), spaces.get(name));
          properties.forEach(
              (property, count) -> linksets.add(new Linkset(target, property, count)));
        });
    return linksets;
  }

  /** Whether a triple leads out. */
  static boolean isLink(Triple triple) {
    Node object = triple.getObject();
    return object.isURI()
        && !Iris.isOurs(object)
        && !triple.getPredicate().getURI().startsWith(RDF.getURI())
        && LANGUAGES.stream().noneMatch(object.getURI()::startsWith);
  }

  private Known target(String iri) {
    return known.stream()
        .filter(target -> (iri + "/").startsWith(target.space()) || iri.startsWith(target.space()))
        .max(Comparator.comparing(target -> target.space().length()))
        .orElseGet(() -> byHost(iri));
  }

  private static Known byHost(String iri) {
    Matcher host = HOST.matcher(iri);
    if (host.matches()) {
      String name = host.group(2);
      return new Known(slug(name), name, host.group(1) + "://" + name + "/");
    }
    Matcher scheme = SCHEME.matcher(iri);
    String name = scheme.matches() ? scheme.group(1) : "others";
    return new Known(slug(name), name, name + ":");
  }

  private static String slug(String text) {
    return text.replaceAll("[^A-Za-z0-9]+", "-");
  }

  private static List<Known> read() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Linksets.class.getResourceAsStream(FILE), StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .map(cells -> new Known(cells[0], cells[1], cells[2]))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
