package org.mesagraph.vocab;

import org.mesagraph.base.Place;
import picocli.CommandLine.Option;

/** Looks up from the lowest floor, with a library of the highest; only a test may see it. */
public final class PlantedViolation {

  @Option(names = "--place")
  String file = Place.of("data/planted.trig").file();
}
