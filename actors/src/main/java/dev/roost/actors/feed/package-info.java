/// Feeds on request: retrieval, ranking, safety, in steps that degrade.
@NullMarked
package dev.roost.actors.feed;

import org.jspecify.annotations.NullMarked;
