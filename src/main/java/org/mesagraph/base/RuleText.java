package org.mesagraph.base;

/**
 * The text of a rules file, not yet parsed.
 *
 * @param file path relative to the root
 */
public record RuleText(String file, String text) {}
