/**
 * Files become an immutable knowledge base: strict parsing, prefixes, and the place of every
 * statement. No rules, no HTTP and no printing live here.
 */
package org.mesagraph.base;
