/**
 * Steps become proofs, and proofs become words and JSON: why a triple holds, or what is missing for
 * it to hold. No reasoning of its own and no HTTP live here.
 */
package org.mesagraph.explain;
