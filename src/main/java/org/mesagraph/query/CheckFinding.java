package org.mesagraph.query;

import org.apache.jena.graph.Node;

/**
 * What a check found.
 *
 * @param check name of the check
 * @param focus what is wrong
 * @param message how it is wrong
 * @param fix how to mend it
 */
public record CheckFinding(
    String check, Severity severity, Node focus, String message, String fix) {}
