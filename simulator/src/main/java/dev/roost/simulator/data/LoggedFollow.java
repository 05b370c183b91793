package dev.roost.simulator.data;

import static java.util.Objects.requireNonNull;

import dev.roost.model.domain.UserId;

/// A follow that a log holds without a date: how things stood when the log was taken.
public record LoggedFollow(UserId follower, UserId followed) {

  public LoggedFollow {
    requireNonNull(follower);
    requireNonNull(followed);
  }
}
