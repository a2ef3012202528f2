/**
 * The one door through which requests come: methods, parameters, negotiation, caching, refusals,
 * shares and compression are decided here and nowhere else. What is answered, and from what, is
 * never known here.
 */
package org.mesagraph.http;
