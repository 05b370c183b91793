package dev.roost.simulator.world;

/// What makes readers click what they attend to, as log-odds, and what follows.
///
/// @param base log-odds of a click on an average item
/// @param taste added per standard deviation of taste for the topic
/// @param quality added per unit of quality
/// @param followed added if the reader follows the author
/// @param secondLanguage added if the item is in English and the reader merely also reads it
/// @param foreignLanguage added if the reader does not read the language
/// @param recency taken off per log(1 + age / 12 h)
/// @param text added to items of text
/// @param link added to links
/// @param image added to images
/// @param video added to videos
/// @param sponsored added to what advertisers write
/// @param likes log-odds of a like after a click
/// @param likesByTaste added to it per standard deviation of taste
/// @param shares log-odds of a share after a click
/// @param sharesByQuality added to it per unit of quality
/// @param comments log-odds of a comment after a click
/// @param commentsByTaste added to it per standard deviation of taste
/// @param disappointment how much more likely each unit of bait makes hides and reports, and less
///     likely likes and shares, after a click, in log-odds
/// @param hides most likely hide of what was not clicked
/// @param hidesAfterBait chance of a hide after a click on bait of one unit
/// @param reports share of hides that are also reports
/// @param reposts chance that a sharer reposts to their own followers
/// @param follows chance that a sharer follows the author
/// @param unfollows chance that who hides an item unfollows its author
/// @param blocks chance that who hides an item blocks its author
/// @param glances chance of a look at what is attended to but not clicked
/// @param glanceSeconds mean length of such a look
/// @param readSeconds mean length of reading after a click
public record ChoiceSettings(
    double base,
    double taste,
    double quality,
    double followed,
    double secondLanguage,
    double foreignLanguage,
    double recency,
    double text,
    double link,
    double image,
    double video,
    double sponsored,
    double likes,
    double likesByTaste,
    double shares,
    double sharesByQuality,
    double comments,
    double commentsByTaste,
    double disappointment,
    double hides,
    double hidesAfterBait,
    double reports,
    double reposts,
    double follows,
    double unfollows,
    double blocks,
    double glances,
    double glanceSeconds,
    double readSeconds) {

  public ChoiceSettings {
    Checks.finite("base", base);
    Checks.finite("taste", taste);
    Checks.finite("quality", quality);
    Checks.finite("followed", followed);
    Checks.finite("second-language", secondLanguage);
    Checks.finite("foreign-language", foreignLanguage);
    Checks.finite("recency", recency);
    Checks.finite("text", text);
    Checks.finite("link", link);
    Checks.finite("image", image);
    Checks.finite("video", video);
    Checks.finite("sponsored", sponsored);
    Checks.finite("likes", likes);
    Checks.finite("likes-by-taste", likesByTaste);
    Checks.finite("shares", shares);
    Checks.finite("shares-by-quality", sharesByQuality);
    Checks.finite("comments", comments);
    Checks.finite("comments-by-taste", commentsByTaste);
    Checks.range("disappointment", disappointment, 0, 20);
    Checks.share("hides", hides);
    Checks.share("hides-after-bait", hidesAfterBait);
    Checks.share("reports", reports);
    Checks.share("reposts", reposts);
    Checks.share("follows", follows);
    Checks.share("unfollows", unfollows);
    Checks.share("blocks", blocks);
    Checks.share("glances", glances);
    Checks.range("glance-seconds", glanceSeconds, 0, 600);
    Checks.range("read-seconds", readSeconds, 0, 600);
  }
}
