package dev.roost.model.domain;

/// What a post mainly shows.
public enum MediaKind {
  TEXT,
  LINK,
  IMAGE,
  VIDEO
}
