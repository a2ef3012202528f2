package org.mesagraph.http;

/** A field of a response; several may have the same name. */
public record Header(String name, String value) {}
