/// What another policy would have earned, from rows that a policy logged with its propensities.
///
/// ## Rows of a page
///
/// Every item of an answered feed is logged with the probability that the policy shows this item at
/// this place. A row here then is an (item, place) of a page, its reward what the reader did there,
/// and the value of a policy that of a place, or, times the places, of a page's sum.
///
/// That is unbiased under the *item–position* assumption: what a reader does at a place depends on
/// the reader, the item and the place, not on the other items of the page (Li, Abbasi-Yadkori,
/// Kveton, Muthukrishnan, Vinay and Wen, [Offline evaluation of ranking policies with click
/// models](https://doi.org/10.1145/3219819.3220028), KDD 2018). Rewards must add up over places, as
/// in Swaminathan et al., [Off-policy evaluation for slate
/// recommendation](https://doi.org/10.48550/arXiv.1605.04812), NIPS 2017, whose estimator needs the
/// propensities of pairs of places, which are not logged.
///
/// So rows support statements such as "policy B gets so many clicks a place", "places filled from
/// this source earn more", and comparisons of policies that fill *one* place differently and the
/// rest as logged. They do not support:
///
/// - what depends on a page as a whole: how long a session is, whether a reader comes back, whether
///     diversity pays; a cascade, in which an item above takes the attention from those below,
///     breaks the assumption, too, in proportion to how differently the policies fill what is
///     above;
/// - policies that show what the log could not: exploration replaces one place of a page by a draw
///     from a pool, so all else has propensity 0 and never occurs. [Evidence#meanWeight] then falls
///     short of 1, and SNIPS speaks of the part of the policy that the log covers;
/// - more than the logged propensities are true of: that of an item which was not explored is the
///     probability that its place was spared, given the candidates of that request.
///
/// Weights of explored items are large by design (pool size times places over the share of requests
/// that explore), so evidence for a policy unlike the logging one grows slowly: below an effective
/// size of 1,000 rows there is a number but no verdict ([Verdict]).
@NullMarked
package dev.roost.model.offpolicy;

import org.jspecify.annotations.NullMarked;
