/**
 * Files become an immutable knowledge base: strict parsing, prefixes, the place of every statement,
 * and how the files are written. No rules, no HTTP and no printing live here.
 */
package org.mesagraph.base;
