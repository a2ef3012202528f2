package org.mesagraph.durability;

/** What a long run comes to, for whoever started it. */
final class Figures {

  private Figures() {}

  static void tell(String figures) {
    if (Boolean.getBoolean("mesagraph.stress")) {
      System.out.println(figures);
    }
  }
}
