package org.mesagraph.query;

import java.util.Optional;

/**
 * What a query answers with.
 *
 * @param labelFrom the variable that holds the label of an IRI
 * @param optional whether a row may lack it
 */
public record Column(
    String name, ValueType type, Optional<String> labelFrom, boolean optional, String label) {}
