/** The IRIs of ontology terms that the program itself speaks of. Nothing else, ever. */
package org.mesagraph.vocab;
