package dev.roost.model.domain;

/// On what a feed is read.
public enum Device {
  UNKNOWN,
  PHONE,
  TABLET,
  DESKTOP
}
