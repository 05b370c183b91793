package dev.roost.model.rank;

import java.util.Arrays;

/// Gives places of a page to sponsored items.
///
/// What is not sponsored keeps its order and moves down. A slot is used only where another item
/// stands below it, so a feed never ends with one, and what is short of items is short of slots. An
/// item that is on the page anyway moves to its slot. A sponsored item counts towards its writer's
/// cap and gives way to the writer's others.
final class SponsoredSlots {

  private final SponsoredSettings settings;
  private final int writerCap;

  SponsoredSlots(SponsoredSettings settings, int writerCap) {
    this.settings = settings;
    this.writerCap = writerCap;
  }

  /// Returns a page with the slate's offers in its slots.
  ///
  /// @param page of indices into the slate, without offers
  /// @param limit most places of the result, at least as many as the page has
  int[] fill(Slate slate, int[] page, int limit) {
    int[] sponsored = admitted(slate, page);
    while (!fits(without(slate, page, sponsored).length, limit, sponsored.length)) {
      sponsored = Arrays.copyOf(sponsored, sponsored.length - 1); // which stays with the others
    }
    return sponsored.length == 0 ? page : merged(without(slate, page, sponsored), sponsored, limit);
  }

  private int[] admitted(Slate slate, int[] page) {
    var admitted = new int[Math.min(slate.offered, settings.most())];
    int size = 0;
    for (int offer = slate.size; offer < slate.end() && size < admitted.length; offer++) {
      if (others(slate, page, page.length, offer) + others(slate, admitted, size, offer)
          < writerCap) {
        admitted[size++] = offer;
      }
    }
    return Arrays.copyOf(admitted, size);
  }

  /// Returns how many of the first `size` items are another one by the same writer.
  private static int others(Slate slate, int[] items, int size, int offer) {
    int others = 0;
    for (int i = 0; i < size; i++) {
      boolean isSame = slate.originals[items[i]] == slate.originals[offer];
      others += !isSame && slate.writers[items[i]] == slate.writers[offer] ? 1 : 0;
    }
    return others;
  }

  private static int[] without(Slate slate, int[] page, int[] sponsored) {
    return Arrays.stream(page)
        .filter(
            item ->
                Arrays.stream(sponsored)
                    .noneMatch(offer -> slate.originals[offer] == slate.originals[item]))
        .toArray();
  }

  /// Returns whether so many slots can be used with so many items that are not sponsored.
  private boolean fits(int items, int limit, int slots) {
    int last = slots - 1;
    return slots == 0 || (settings.place(last) < limit - 1 && settings.place(last) - last < items);
  }

  private int[] merged(int[] items, int[] sponsored, int limit) {
    var merged = new int[Math.min(limit, items.length + sponsored.length)];
    int slot = 0;
    for (int place = 0; place < merged.length; place++) {
      boolean isSlot = slot < sponsored.length && settings.place(slot) == place;
      merged[place] = isSlot ? sponsored[slot++] : items[place - slot];
    }
    return merged;
  }
}
