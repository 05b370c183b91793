package dev.roost.actors.entity;

import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.Behaviors;
import akka.cluster.sharding.typed.ClusterShardingSettings;
import akka.cluster.sharding.typed.javadsl.EntityTypeKey;
import akka.persistence.typed.PersistenceId;

/// Where entities live.
public enum Host {
  /// Facts are stored before they are acknowledged; idle entities are passivated.
  JOURNALED {
    @Override
    public <C, E extends StoredEvent, S, F> Behavior<C> behavior(
        EntityTypeKey<C> type, String id, Decider<C, E, S, F> decider, Links<C, F> links) {
      return Behaviors.setup(
          context -> {
            decider
                .whenIdle()
                .ifPresent(idle -> context.setReceiveTimeout(idle.after(), idle.command()));
            return new JournaledEntity<>(
                PersistenceId.of(type.name(), id), decider, links, context);
          });
    }

    @Override
    public ClusterShardingSettings settings(ClusterShardingSettings base) {
      return base;
    }
  },

  /// Facts live as long as the process, and no entity is ever passivated: for runs that can be
  /// repeated from their seed. A failure of any entity ends the actor system.
  VOLATILE {
    @Override
    public <C, E extends StoredEvent, S, F> Behavior<C> behavior(
        EntityTypeKey<C> type, String id, Decider<C, E, S, F> decider, Links<C, F> links) {
      return new VolatileEntity<>(type.name(), id, decider, links);
    }

    @Override
    public ClusterShardingSettings settings(ClusterShardingSettings base) {
      return base.withNoPassivationStrategy();
    }
  };

  /// Returns the behavior of one entity.
  public abstract <C, E extends StoredEvent, S, F> Behavior<C> behavior(
      EntityTypeKey<C> type, String id, Decider<C, E, S, F> decider, Links<C, F> links);

  /// Returns how sharding treats the entities of this host.
  public abstract ClusterShardingSettings settings(ClusterShardingSettings base);
}
