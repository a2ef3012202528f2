package org.mesagraph.write;

import org.mesagraph.store.ChangeSet;

/**
 * That a request was granted, and what came of it.
 *
 * @param outcome what it did to a graph
 * @param version of everything, with it
 * @param position how many changes there are, with it
 * @param changes what it changed; empty if everything was so before
 */
public record Receipt(Edit.Outcome outcome, String version, long position, ChangeSet changes) {}
