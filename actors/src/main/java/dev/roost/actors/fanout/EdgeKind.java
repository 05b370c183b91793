package dev.roost.actors.fanout;

/// How a post reaches a reader who follows its author.
public enum EdgeKind {
  /// It is appended to the reader's inbox when it comes.
  PUSH,
  /// It is fetched from the author's rows, once, at the first read after it came.
  PULL
}
