package org.mesagraph.attack;

import java.time.Duration;

/**
 * What can be seen after one request of an attack.
 *
 * @param hits connections to the canary that were made meanwhile
 * @param initialised whether the class of the attack was
 * @param before how large the dataset was
 * @param after how large it is
 * @param within the time in which an answer was to come
 */
record Traces(
    Target target,
    Heard heard,
    int hits,
    boolean initialised,
    String before,
    String after,
    Duration within) {}
