package org.mesagraph.base;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * A triple as a file states it.
 *
 * @param graph IRI of the named graph that holds it
 * @param place line of its object in the file
 */
public record Statement(Node graph, Triple triple, Place place) {}
