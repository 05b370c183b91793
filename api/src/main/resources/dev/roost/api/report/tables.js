// Tables: the first column heads its row; columns whose title ends in "#" hold numbers, in "~" long words.
function table(caption, titles, rows, empty = "none") {
  if (!rows.length) return el("p", {class: "note"}, `${caption}: ${empty}.`);
  const shade = (index) => ({"#": "number", "~": "wide"})[titles[index].at(-1)];
  const head = el("tr", {}, ...titles.map((title, index) =>
    el("th", {scope: "col", class: shade(index)}, title.replace(/[#~]$/, ""))));
  const body = rows.map((row) => el("tr", {}, ...row.map((cell, index) =>
    el(index === 0 ? "th" : "td", {scope: index === 0 ? "row" : null, class: shade(index)}, cell))));
  const whole = el("table", {}, el("caption", {}, caption), el("thead", {}, head), el("tbody", {}, ...body));
  return el("div", {class: "scroll", tabindex: "0", role: "region", "aria-label": caption}, whole);
}

const OUTCOMES = {
  "detected": ["detected", "good"],
  "missed": ["MISSED", "bad"],
  "nothing-to-detect": ["nothing to detect", ""],
};

function yes(claim, applies) {
  return applies ? mark(claim ? "yes" : "NO", claim ? "good" : "bad") : "–";
}

function scoreboard() {
  const rows = report.drift.scoreboard.map((score) => {
    const found = score.outcome === "detected";
    const [text, tone] = OUTCOMES[score.outcome] || [score.outcome, ""];
    return [
      score.monitor === "any" ? "any monitor" : score.monitor,
      mark(text, tone), when(score.at), span(score.delay), yes(score.suspectRight, found),
      yes(score.onsetInside, found), number(score.falseIncidents)];
  });
  const clean = number(report.drift.cleanDays, 1);
  return table(
    `Every monitor, misses included; false incidents in ${clean} clean days`,
    ["Monitor", "Outcome", "First alarm", "Delay", "Suspect", "Onset", "False#"], rows);
}

function ledger() {
  return table("What was injected, and what it truly did",
    ["Kind", "Suspect", "Readers", "How many#", "Onset", "Ramp", "Magnitude#", "Effect on all, 48 h#",
      "Effect on them#", "Out of reach of any ranker#"],
    report.drift.injected.map((each) => [
      each.kind, each.suspect, each.slice, number(each.affected), when(each.onset), span(each.ramp),
      number(each.magnitude, 2), percent(each.effect) + interval(each.effectInterval, 100),
      percent(each.sliceEffect) + interval(each.sliceEffectInterval, 100), percent(each.attainable)]),
    "nothing, this is a control");
}

// The main world's table, and those of the others folded away.
function byWorld(list, make) {
  const names = [...new Set(["main", ...list.map((each) => each.world)])];
  return el("div", {}, ...names.map((name) => {
    const whole = make(name, list.filter((each) => each.world === name));
    return name === "main" ? whole : el("details", {}, el("summary", {}, `World ${name}`), whole);
  }));
}

const alarms = () => byWorld(report.drift.alarms, alarmsOf);
const models = () => byWorld(report.models, modelsOf);

function alarmsOf(world, list) {
  return table(`Alarms of world ${world}`,
    ["At", "Incident#", "Monitor", "Suspect", "Readers", "Onset between", "Effect#", "Explained", "Evidence~"],
    list.map((each) => [
      when(each.at), number(each.incident), each.monitor, each.suspect, each.slice,
      `${when(each.onsetFrom)} .. ${when(each.onsetTo)}`, number(each.effect, 3),
      mark(each.explained ? "yes" : "false alarm", each.explained ? "good" : "bad"), each.evidence]));
}

function modelsOf(world, list) {
  return table(`Models installed in world ${world}`,
    ["At", "Version", "Reason", "Trained until", "Rows#", "AUC#", "Log loss#", "Normalised entropy#", "Life~"],
    list.map((each) => [
      when(each.at), el("span", {class: "mono"}, each.version), each.reason, when(each.trainedUntil),
      number(each.rows), number(each.auc, 4), number(each.logLoss, 4), number(each.normalisedEntropy, 4),
      each.stages.map((stage) => `${stage.stage} ${when(stage.at)} (${stage.reason})`).join(", ")]));
}

function invariants() {
  return table("What every world must keep",
    ["Claim", "Held", "Looked at#", "Broken#", "First time~"],
    report.invariants.map((each) => [
      each.name, yes(each.violations === 0, true), number(each.checked), number(each.violations), each.first || "–"]));
}

function worlds() {
  return table("Worlds of this run",
    ["World", "What it is~", "Feeds#", "Impressions#", "Engagements#", "Posts#", "Deliveries#", "Digest"],
    report.worlds.map((each) => [
      each.name, each.description, number(each.counts.feeds), number(each.counts.impressions),
      number(each.counts.engagements), number(each.counts.posts), number(each.counts.deliveries),
      el("span", {class: "mono"}, each.digest.slice(0, 16))]));
}

function metrics() {
  const rankers = Object.keys(report.quality);
  const names = [...new Set(rankers.flatMap((ranker) => Object.keys(report.quality[ranker])))]
    .filter((name) => !name.endsWith("Interval"));
  const cell = (of, name) => (name in of ? number(of[name], 3) + interval(of[name + "Interval"], 1, 3) : "–");
  return table("The same, with 95 % intervals over readers",
    ["Ranker", ...names.map((name) => name + "#")],
    rankers.map((ranker) => [ranker, ...names.map((name) => cell(report.quality[ranker], name))]));
}
