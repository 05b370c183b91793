package dev.roost.actors;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.roost.actors.entity.StoredEvent;
import dev.roost.actors.item.ItemEvent;
import dev.roost.actors.registry.RegistryEvent;
import dev.roost.actors.user.UserEvent;
import dev.roost.model.domain.ItemId;
import dev.roost.model.domain.RequestId;
import dev.roost.model.domain.UserId;
import dev.roost.model.item.ItemCounts;
import java.util.Map;

/// Teaches Jackson the values of the model, which knows nothing of Jackson, and the names of stored
/// events.
///
/// Identifiers are written as numbers, counts as a list in the order of the kinds. What is read may
/// be nested 32 deep at most, and a number may have 100 digits.
public final class WireModule extends SimpleModule {

  /// The names of stored events. A name once given is never changed and never given again: what is
  /// in a journal is read by it for ever.
  static final Map<String, Class<? extends StoredEvent>> EVENTS =
      Map.ofEntries(
          Map.entry("user.registered", UserEvent.Registered.class),
          Map.entry("user.followed", UserEvent.Followed.class),
          Map.entry("user.unfollowed", UserEvent.Unfollowed.class),
          Map.entry("user.blocked", UserEvent.Blocked.class),
          Map.entry("user.unblocked", UserEvent.Unblocked.class),
          Map.entry("user.muted", UserEvent.Muted.class),
          Map.entry("user.unmuted", UserEvent.Unmuted.class),
          Map.entry("user.blocked-by", UserEvent.BlockedBy.class),
          Map.entry("user.unblocked-by", UserEvent.UnblockedBy.class),
          Map.entry("user.posted", UserEvent.Posted.class),
          Map.entry("user.reposted", UserEvent.Reposted.class),
          Map.entry("user.post-deleted", UserEvent.PostDeleted.class),
          Map.entry("user.engaged", UserEvent.Engaged.class),
          Map.entry("item.moderated", ItemEvent.Moderated.class),
          Map.entry("item.checkpointed", ItemEvent.Checkpointed.class),
          Map.entry("model.offered", RegistryEvent.Offered.class),
          Map.entry("model.refused", RegistryEvent.Refused.class),
          Map.entry("model.shadow-started", RegistryEvent.ShadowStarted.class),
          Map.entry("model.canary-started", RegistryEvent.CanaryStarted.class),
          Map.entry("model.promoted", RegistryEvent.Promoted.class),
          Map.entry("model.rolled-back", RegistryEvent.RolledBack.class));

  private static final StreamReadConstraints CONSTRAINTS =
      StreamReadConstraints.builder()
          .maxNestingDepth(32)
          .maxNumberLength(100)
          .maxStringLength(1 << 20)
          .build();

  /// Called by Akka, which names the class in its configuration.
  public WireModule() {
    super("roost");
    setMixInAnnotation(UserId.class, Identifier.class);
    setMixInAnnotation(ItemId.class, Identifier.class);
    setMixInAnnotation(RequestId.class, Identifier.class);
    setMixInAnnotation(ItemCounts.class, Counts.class);
    setMixInAnnotation(StoredEvent.class, Named.class);
    EVENTS.forEach((name, event) -> registerSubtypes(new NamedType(event, name)));
  }

  @Override
  public void setupModule(SetupContext context) {
    super.setupModule(context);
    ObjectMapper mapper = context.getOwner();
    mapper.getFactory().setStreamReadConstraints(CONSTRAINTS);
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
  private interface Named {}

  private abstract static class Identifier {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    Identifier(@SuppressWarnings("unused") long value) {}

    @JsonValue
    abstract long value();
  }

  private abstract static class Counts {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static ItemCounts of(int... byKind) {
      return ItemCounts.of(byKind);
    }

    @JsonValue
    abstract int[] toArray();
  }
}
