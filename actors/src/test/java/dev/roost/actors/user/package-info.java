/// Tests.
@NullMarked
package dev.roost.actors.user;

import org.jspecify.annotations.NullMarked;
