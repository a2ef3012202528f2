/**
 * What those who run a server are told: a line for each request, and numbers for Prometheus on a
 * listener of their own. Nothing is answered here, and nothing of what is asked is kept but its
 * path.
 */
package org.mesagraph.observe;
