/// Libraries of others that the scoring of ranking is compared with. Compiled by the launcher, too.
@NullMarked
package dev.roost.api.bench.rank.peers;

import org.jspecify.annotations.NullMarked;
