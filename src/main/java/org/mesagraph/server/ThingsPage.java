package org.mesagraph.server;

import java.util.List;
import org.mesagraph.describe.Directory;

/**
 * What the page of a kind shows.
 *
 * @param base path before all others
 */
public record ThingsPage(String kind, List<Directory.Entry> entries, String base) {

  public ThingsPage {
    entries = List.copyOf(entries);
  }

  /** Where a thing is. */
  public String href(Directory.Entry entry) {
    return Documents.local(base, entry.iri().getURI());
  }
}
