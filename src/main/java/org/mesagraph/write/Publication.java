package org.mesagraph.write;

import org.mesagraph.store.Snapshot;

/** Lets readers go over to the state after a change. */
@FunctionalInterface
public interface Publication {

  /**
   * Publishes a state.
   *
   * @param commit makes the dataset that of the state; to be run once, while no reader begins
   * @param version no other state has it
   */
  void publish(Runnable commit, Snapshot after, String version);
}
