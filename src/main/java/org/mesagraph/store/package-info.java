/**
 * The closure as a dataset that can be queried: asserted graphs by name, the inferred graph beside
 * them, their union as the default graph. No rules and no HTTP live here.
 */
package org.mesagraph.store;
