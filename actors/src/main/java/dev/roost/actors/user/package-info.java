/// Users: what each of them told, decided and did.
@NullMarked
package dev.roost.actors.user;

import org.jspecify.annotations.NullMarked;
