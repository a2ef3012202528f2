package org.mesagraph.guard;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mesagraph.base.Suggestion;

/**
 * The words of the language.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-query/#sparqlGrammar">SPARQL 1.1, 19.8</a>
 */
final class Words {

  private static final String ALL =
      "BASE PREFIX SELECT DISTINCT REDUCED AS CONSTRUCT WHERE DESCRIBE ASK FROM NAMED GROUP BY "
          + "HAVING ORDER ASC DESC LIMIT OFFSET VALUES UNDEF OPTIONAL GRAPH SERVICE SILENT BIND "
          + "MINUS UNION FILTER EXISTS NOT IN a true false COUNT SUM MIN MAX AVG SAMPLE "
          + "GROUP_CONCAT SEPARATOR STR LANG LANGMATCHES DATATYPE BOUND IRI URI BNODE RAND ABS "
          + "CEIL FLOOR ROUND CONCAT STRLEN UCASE LCASE ENCODE_FOR_URI CONTAINS STRSTARTS STRENDS "
          + "STRBEFORE STRAFTER YEAR MONTH DAY HOURS MINUTES SECONDS TIMEZONE TZ NOW UUID STRUUID "
          + "MD5 SHA1 SHA256 SHA384 SHA512 COALESCE IF STRLANG STRDT SAMETERM ISIRI ISURI ISBLANK "
          + "ISLITERAL ISNUMERIC REGEX SUBSTR REPLACE INSERT DELETE DATA WITH USING LOAD CLEAR "
          + "DROP CREATE ADD MOVE COPY TO DEFAULT ALL INTO";

  private static final List<String> WORDS = List.of(ALL.split(" "));

  private Words() {}

  static boolean has(String word) {
    return WORDS.contains(word) || WORDS.contains(word.toUpperCase(Locale.ROOT));
  }

  /** The word that was probably meant. */
  static Optional<String> nearest(String word) {
    return Suggestion.nearest(word.toUpperCase(Locale.ROOT), WORDS);
  }
}
