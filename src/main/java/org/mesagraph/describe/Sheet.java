package org.mesagraph.describe;

import java.util.List;
import java.util.Optional;

/**
 * A description as people read it.
 *
 * @param iri of the thing
 * @param label what it is called
 * @param name its prefixed name
 * @param about what is said of it, by property
 * @param pointing what leads to it, by property
 * @param contents what a graph or the ontology says something of
 */
public record Sheet(
    String iri,
    String label,
    String name,
    List<Row> about,
    List<Row> pointing,
    Optional<Contents> contents) {

  public Sheet {
    about = List.copyOf(about);
    pointing = List.copyOf(pointing);
  }

  /**
   * A property with what it leads to, or what leads here by it.
   *
   * @param more how many values there are besides those given
   */
  public record Row(Link property, List<Value> values, int more) {
    public Row {
      values = List.copyOf(values);
    }
  }

  /** Something with a name and an IRI. */
  public record Link(String text, String iri) {}

  /**
   * A value.
   *
   * @param text what is shown
   * @param iri what it leads to; empty for a text or a number
   * @param note its language or datatype if it is not the usual one; may be empty
   * @param why where it is proved, below the base of a server, if it follows
   */
  public record Value(String text, Optional<String> iri, String note, Optional<String> why) {
    /** Whether it follows and is not stated. */
    public boolean follows() {
      return why.isPresent();
    }
  }

  /** Things that a graph says something of, and how many there are in all. */
  public record Contents(List<Link> things, int all, int statements) {
    public Contents {
      things = List.copyOf(things);
    }
  }
}
