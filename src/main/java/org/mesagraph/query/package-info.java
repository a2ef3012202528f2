/**
 * Saved queries: a file becomes a checked, typed, parameterised query that can be run, tested and
 * written out. No HTTP, no printing and no reading of RDF files live here.
 */
package org.mesagraph.query;
