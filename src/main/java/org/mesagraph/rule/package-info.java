/**
 * What may be concluded from what: rules, read from rules files and compiled from the axioms of the
 * ontology, ordered in strata. No facts and no conclusions live here.
 */
package org.mesagraph.rule;
