package org.mesagraph.query;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;

/**
 * What a query can be asked with.
 *
 * @param ofClass the class that an IRI must belong to
 * @param multi whether several values may be given
 * @param min least value, as the header writes it
 * @param max greatest value, as the header writes it
 * @param enumeration the only values that are allowed, as the header writes them; empty for any
 * @param defaults the values if none is given, as the header writes them
 */
public record Parameter(
    String name,
    ValueType type,
    Optional<Node> ofClass,
    boolean required,
    boolean multi,
    Optional<String> min,
    Optional<String> max,
    String label,
    Optional<String> example,
    List<String> enumeration,
    List<String> defaults) {

  public Parameter {
    enumeration = List.copyOf(enumeration);
    defaults = List.copyOf(defaults);
  }

  /** The variable of the query that its value replaces, named after the convention of grlc. */
  public Var variable() {
    return Var.alloc((required ? "_" : "__") + name + "_" + type.suffix());
  }
}
