/**
 * What can be said of a thing, and of the whole, as RDF: descriptions, partitions and linksets,
 * dumps, and the syntaxes they are written in. No HTTP and no pages live here.
 */
package org.mesagraph.describe;
