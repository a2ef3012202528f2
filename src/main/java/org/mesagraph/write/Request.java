package org.mesagraph.write;

import java.util.Optional;

/**
 * A request to write that was read.
 *
 * @param edit what it does
 * @param author who sent it, in one word
 * @param version the only one that it is meant for, if it is meant for one
 * @param onlyNew whether the graph must be one that is not there
 */
public record Request(Edit edit, String author, Optional<String> version, boolean onlyNew) {}
