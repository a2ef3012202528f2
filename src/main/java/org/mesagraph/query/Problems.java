package org.mesagraph.query;

import java.util.List;
import org.mesagraph.base.Place;
import org.mesagraph.base.Problem;

/** The problems of one file, as they are found. */
record Problems(String file, List<Problem> found) {

  void add(int line, String what, String cure) {
    found.add(new Problem(new Place(file, line), what, cure));
  }
}
