/**
 * The snapshot over HTTP: Fuseki and servlets, content negotiation, pages and errors. No rules, no
 * queries of its own and no reading of files live here.
 */
package org.mesagraph.server;
