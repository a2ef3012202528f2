/**
 * From the body of a request to a change: read strictly, evaluated beside the store, checked,
 * reasoned over, written to a log and only then made. No HTTP lives here.
 */
package org.mesagraph.write;
