package dev.roost.actors.fanout;

/// What a partition has done since it started, in counts that do not depend on time.
///
/// @param deliveries entries appended to inboxes
/// @param fetches rows fetched from authors' chains into inboxes
/// @param rebuilds inboxes written anew from all chains
/// @param turns edges turned from push to pull or back
public record FanoutWork(long deliveries, long fetches, long rebuilds, long turns) {}
