package org.mesagraph.server;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mesagraph.http.Inquiry;
import org.mesagraph.http.Refusal;
import org.mesagraph.http.RefusalException;

/**
 * What a body says that it is.
 *
 * @param name media type without parameters, in lower case; empty if it says nothing
 * @param charset if it says one
 */
record ContentType(String name, Optional<String> charset) {

  private static final Pattern CHARSET =
      Pattern.compile(";\\s*charset\\s*=\\s*\"?([^\";\\s]*)\"?", Pattern.CASE_INSENSITIVE);

  static ContentType of(Inquiry inquiry) {
    String field = inquiry.header().apply("Content-Type").orElse("");
    Matcher charset = CHARSET.matcher(field);
    return new ContentType(
        field.split(";", 2)[0].strip().toLowerCase(Locale.ROOT),
        charset.find() ? Optional.of(charset.group(1)) : Optional.empty());
  }

  void checkCharset() {
    charset
        .filter(name -> !name.equalsIgnoreCase("utf-8") && !name.equalsIgnoreCase("us-ascii"))
        .ifPresent(
            other -> {
              throw Refusal.of(415, "texts are read as UTF-8, and this is " + other).asException();
            });
  }

  RefusalException unsupported(List<String> known) {
    String what = name.isEmpty() ? "there is no Content-Type" : name + " is not read here";
    return Refusal.of(415, what + " – send one of " + String.join(", ", known)).asException();
  }
}
