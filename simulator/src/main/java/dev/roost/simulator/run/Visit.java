package dev.roost.simulator.run;

import dev.roost.model.feed.FeedPage;
import dev.roost.simulator.world.Reading;

/// One feed of a session: what was served, and what the reader did with it.
///
/// @param depth feeds before it in the session
record Visit(int depth, FeedPage page, Reading reading) {}
