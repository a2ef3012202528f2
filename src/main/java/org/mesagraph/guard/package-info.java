/**
 * What makes a query of a stranger safe to run: bounds on its text, its shape, its time and its
 * memory, and closed lists of functions. No HTTP and no queries of our own live here.
 */
package org.mesagraph.guard;
