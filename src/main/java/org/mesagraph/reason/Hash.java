package org.mesagraph.reason;

/** Scatters numbers over tables whose size is a power of two. */
final class Hash {

  private Hash() {}

  static int of(int one, int other) {
    return mix(one * 0x9E3779B9 + other);
  }

  static int of(int one, int other, int third) {
    return mix((one * 0x9E3779B9 + other) * 0x85EBCA6B + third);
  }

  /** The last step of MurmurHash3, by which every bit comes to depend on every other. */
  private static int mix(int number) {
    int mixed = number;
    mixed = (mixed ^ (mixed >>> 16)) * 0x85EBCA6B;
    mixed = (mixed ^ (mixed >>> 13)) * 0xC2B2AE35;
    return mixed ^ (mixed >>> 16);
  }
}
