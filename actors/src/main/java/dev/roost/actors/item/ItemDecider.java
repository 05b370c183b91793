package dev.roost.actors.item;

import dev.roost.actors.entity.Decider;
import dev.roost.actors.entity.Decision;
import dev.roost.actors.fanout.FanoutRoot;
import dev.roost.actors.item.ItemEffect.Answer;
import dev.roost.actors.item.ItemEffect.Refuse;
import dev.roost.actors.item.ItemEffect.ToRoot;
import dev.roost.actors.user.UserEntity;
import dev.roost.model.domain.ItemId;
import dev.roost.model.item.ItemStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Decides for one item what is stored and told.
final class ItemDecider implements Decider<ItemEntity.Command, ItemEvent, ItemState, ItemEffect> {

  private final ItemId item;
  private final ItemSettings settings;

  ItemDecider(ItemId item, ItemSettings settings) {
    this.item = item;
    this.settings = settings;
  }

  @Override
  public ItemState empty() {
    return ItemState.empty();
  }

  @Override
  public ItemState after(ItemState state, ItemEvent event) {
    return switch (event) {
      case ItemEvent.Moderated moderated -> state.with(moderated);
      case ItemEvent.Checkpointed(var totals) -> state.saved(totals);
    };
  }

  @Override
  public Optional<WhenIdle<ItemEntity.Command>> whenIdle() {
    return Optional.of(new WhenIdle<>(settings.checkpointIdle(), new ItemEntity.Settle()));
  }

  @Override
  public Decision<ItemEvent, ItemState, ItemEffect> decide(
      ItemState state, ItemEntity.Command command) {
    return switch (command) {
      case ItemEntity.Moderate moderate -> moderate(state, moderate);
      case ItemEntity.Add add -> add(state, add);
      case ItemEntity.Inspect(var replyTo) -> Decision.only(new Answer(replyTo, known(state)));
      case ItemEntity.Settle _ ->
          state.unsaved() == 0
              ? Decision.only(List.of())
              : Decision.store(new ItemEvent.Checkpointed(state.totals()), List.of());
    };
  }

  private Decision<ItemEvent, ItemState, ItemEffect> moderate(
      ItemState state, ItemEntity.Moderate command) {
    var status = command.status();
    if (status == ItemStatus.DELETED) {
      return Decision.only(
          new Refuse(
              command.replyTo(),
              new UserEntity.Refused("only its author deletes a post; a moderator removes it")));
    }
    var same = state.moderated().filter(last -> last.status() == status);
    var at = same.map(ItemEvent.Moderated::at).orElseGet(() -> timeOf(state, command));
    List<ItemEffect> withdraw =
        List.of(new ToRoot(new FanoutRoot.Withdraw(item, status, at, command.replyTo())));
    return same.isPresent()
        ? Decision.only(withdraw) // whoever asks again still wants to know that all nodes know
        : Decision.store(
            new ItemEvent.Moderated(item, status, command.by(), command.reason(), at), withdraw);
  }

  /// Returns when a moderator decided, after the decision before, whatever clocks say: nodes tell
  /// by it which of two decisions is the newer one.
  private static Instant timeOf(ItemState state, ItemEntity.Moderate command) {
    var earliest = state.moderated().map(last -> last.at().plusMillis(1)).orElse(Instant.MIN);
    return command.at().isBefore(earliest) ? earliest : command.at();
  }

  private Decision<ItemEvent, ItemState, ItemEffect> add(ItemState state, ItemEntity.Add command) {
    var next = state.plus(command.base(), command.delta());
    ItemEffect answer = new Answer(command.replyTo(), new ItemEntity.Counted(item, next.totals()));
    return next.unsaved() < settings.checkpointEvery()
        ? Decision.remember(next, answer)
        : Decision.store(new ItemEvent.Checkpointed(next.totals()), List.of(answer));
  }

  private static ItemEntity.Known known(ItemState state) {
    return state
        .moderated()
        .map(m -> new ItemEntity.Known(m.status(), m.by(), m.reason(), state.totals()))
        .orElseGet(() -> new ItemEntity.Known(ItemStatus.LIVE, "", "", state.totals()));
  }
}
