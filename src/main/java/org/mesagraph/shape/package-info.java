/**
 * SHACL shapes against the asserted graph become findings with a place and a cure. No rules and no
 * printing live here.
 */
package org.mesagraph.shape;
