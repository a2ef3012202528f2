package org.mesagraph.conformance;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Tests of one kind from one place.
 *
 * @param name as the page calls it
 * @param cases the tests, or none if they are not on this machine
 */
record Suite(String name, Supplier<Optional<List<Case>>> cases) {}
