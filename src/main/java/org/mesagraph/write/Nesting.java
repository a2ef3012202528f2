package org.mesagraph.write;

import java.util.List;
import java.util.OptionalInt;
import org.mesagraph.write.RefusedException.Reason;

/**
 * How deep a text nests, told from its characters alone: parsers go down with it, one call in
 * another, and fall over where it is deep.
 */
final class Nesting {

  /** Deeper than anything that people write. */
  static final int DEEPEST = 200;

  private final String text;
  private int place;
  private int depth;

  private Nesting(String text) {
    this.text = text;
  }

  /**
   * Refuses what is too deep, and a document type in XML, whose entities a parser would drop or
   * blow up.
   */
  static void check(String text, Syntax.Family family) {
    Nesting nesting = new Nesting(text);
    OptionalInt tooDeep =
        switch (family) {
          case TURTLE -> nesting.turtle();
          case JSON -> nesting.json();
          case XML -> nesting.xml();
        };
    if (tooDeep.isPresent()) {
      Defect defect =
          Defect.of(
              "text/nesting",
              Position.at(text, tooDeep.getAsInt()),
              "nested more than " + DEEPEST + " deep",
              "write it with fewer brackets");
      throw new RefusedException(Reason.UNFIT, defect.toString(), List.of(defect));
    }
  }

  private OptionalInt turtle() {
    while (place < text.length()) {
      int here = place;
      switch (text.charAt(place++)) {
        case '#' -> skipTo("\n");
        case '"', '\'' -> skipString(text.charAt(here));
        case '\\' -> place++;
        case '<' -> {
          if (text.startsWith("<", place)) {
            place++;
            depth++;
          } else {
            skipIri();
          }
        }
        case '>' -> {
          if (text.startsWith(">", place)) {
            place++;
            depth--;
          }
        }
        case '[', '(', '{' -> depth++;
        case ']', ')', '}' -> depth--;
        default -> {
          // part of a name or number
        }
      }
      if (depth > DEEPEST) {
        return OptionalInt.of(here);
      }
    }
    return OptionalInt.empty();
  }

  private OptionalInt json() {
    while (place < text.length()) {
      int here = place;
      switch (text.charAt(place++)) {
        case '"' -> skipString('"');
        case '[', '{' -> depth++;
        case ']', '}' -> depth--;
        default -> {
          // part of a name or number
        }
      }
      if (depth > DEEPEST) {
        return OptionalInt.of(here);
      }
    }
    return OptionalInt.empty();
  }

  private OptionalInt xml() {
    for (place = text.indexOf('<'); place >= 0; place = text.indexOf('<', place)) {
      int here = place;
      if (text.startsWith("<!--", here)) {
        skipTo("-->");
      } else if (text.startsWith("<![CDATA[", here)) {
        skipTo("]]>");
      } else if (text.startsWith("<?", here)) {
        skipTo("?>");
      } else if (text.startsWith("<!", here)) {
        throw RefusedException.malformed(
            Defect.of(
                "text/doctype",
                Position.at(text, here),
                "a document type declaration",
                "write entities out; a declaration is not needed for anything else"));
      } else if (text.startsWith("</", here)) {
        depth--;
        place++;
      } else {
        depth += skipTag() ? 0 : 1;
      }
      if (depth > DEEPEST) {
        return OptionalInt.of(here);
      }
    }
    return OptionalInt.empty();
  }

  /** Goes to the end of a start tag; whether it ends the element too. */
  private boolean skipTag() {
    char quote = 0;
    for (place++; place < text.length(); place++) {
      char here = text.charAt(place);
      if (quote != 0) {
        quote = here == quote ? 0 : quote;
      } else if (here == '"' || here == '\'') {
        quote = here;
      } else if (here == '>') {
        return text.charAt(place - 1) == '/';
      }
    }
    return true;
  }

  private void skipTo(String end) {
    int found = text.indexOf(end, place);
    place = found < 0 ? text.length() : found + end.length();
  }

  /** An IRI ends where it is closed, or is none if there is a space before that. */
  private void skipIri() {
    for (int i = place; i < text.length() && text.charAt(i) > ' '; i++) {
      if (text.charAt(i) == '>') {
        if (text.startsWith("_:", place)) {
          // Jena would take it for a blank node of the store
          throw RefusedException.malformed(
              Defect.of(
                  "text/blank-node",
                  Position.at(text, place - 1),
                  "a blank node in angle brackets",
                  "write it without them"));
        }
        place = i + 1;
        return;
      }
    }
  }

  private void skipString(char quote) {
    String end = String.valueOf(quote).repeat(3);
    if (text.startsWith(end, place - 1)) {
      place += 2;
    } else {
      end = String.valueOf(quote);
    }
    while (place < text.length() && !text.startsWith(end, place)) {
      place += text.charAt(place) == '\\' ? 2 : 1;
    }
    place = Math.min(text.length(), place + end.length());
  }
}
