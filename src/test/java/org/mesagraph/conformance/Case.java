package org.mesagraph.conformance;

import java.util.function.BooleanSupplier;

/**
 * One test of a suite.
 *
 * @param name its IRI, or its path in the suite if it has none
 * @param passes runs it
 */
record Case(String name, BooleanSupplier passes) {}
