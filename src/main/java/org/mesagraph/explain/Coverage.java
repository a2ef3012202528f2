package org.mesagraph.explain;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.mesagraph.base.LineIndex;
import org.mesagraph.base.LineIndex.Line;
import org.mesagraph.base.LineIndex.LineKind;

/**
 * Which lines of a source the graph speaks for.
 *
 * @param source short name of the source, such as S4
 * @param content how many of its lines hold content
 * @param uncovered those of them from which nothing is stated
 * @param beyond lines from which something is stated though they hold no content or do not exist
 */
public record Coverage(String source, int content, List<Integer> uncovered, List<Integer> beyond) {

  public Coverage {
    uncovered = List.copyOf(uncovered);
    beyond = List.copyOf(beyond);
  }

  /** Compares the passages in which something is stated with the index of a source's lines. */
  public static Coverage of(Passages passages, LineIndex index) {
    BitSet stated = new BitSet();
    for (PassageReference passage : passages.all()) {
      if (passage.source().equals(index.source())) {
        stated.set(passage.firstLine(), passage.lastLine() + 1);
      }
    }
    List<Integer> uncovered = new ArrayList<>();
    int content = 0;
    for (Line line : index.lines()) {
      if (line.kind() == LineKind.CONTENT) {
        content++;
        if (!stated.get(line.number())) {
          uncovered.add(line.number());
        }
        stated.clear(line.number());
      }
    }
    return new Coverage(index.source(), content, uncovered, stated.stream().boxed().toList());
  }
}
