package dev.roost.actors;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks the few classes that may read the wall clock, for deadlines of serving.
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface WallClock {

  /// Returns why virtual time would not do.
  String value();
}
