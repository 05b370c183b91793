/// Watching what is served: windows of outcomes, alarms, incidents.
@NullMarked
package dev.roost.actors.monitor;

import org.jspecify.annotations.NullMarked;
