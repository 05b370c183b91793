/// Items: moderation as facts, engagement totals as a view.
@NullMarked
package dev.roost.actors.item;

import org.jspecify.annotations.NullMarked;
