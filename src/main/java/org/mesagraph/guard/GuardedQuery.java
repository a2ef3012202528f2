package org.mesagraph.guard;

import org.apache.jena.query.Query;

/**
 * A query of a stranger that was read and found to be within bounds.
 *
 * @param query what was parsed; not to be changed
 * @param isRepeatable whether the same data give the same answer each time, which they do not where
 *     it asks for the time, for chance or for new blank nodes
 */
public record GuardedQuery(Query query, boolean isRepeatable) {}
