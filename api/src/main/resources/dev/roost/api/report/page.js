// The page, from the verdict down.
function verdict() {
  for (const line of report.verdict.lines) {
    const mono = line.label === "Digest" ? "mono" : "";
    byId("lines").append(
      el("dt", {}, line.label),
      el("dd", {class: `${mono} ${line.mark ? "" : line.tone}`}, line.text, " ", mark(line.mark, line.tone)));
  }
  if (!report.verdict.passed) byId("lines").append(el("dt", {}, "Checks"), el("dd", {class: "bad"}, "an invariant was broken", " ", mark("FAILED", "bad")));
}

const measure = hasTwins ? "Engagement value, difference to the clean twin world" : "Engagement value per feed";

function lineChart(id, title, slice, height, list, range) {
  const series = timelineSeries(slice);
  const half = hasTwins ? chance(slice) : undefined;
  const caption = measure + (half > 0 ? `; grey: two clean worlds part by up to ${number(half, 1)} % on a day` : "") + ".";
  const unit = hasTwins ? " %" : "";
  return chart(id, title, caption, height, () => lines({series, list, digits: hasTwins ? 1 : 3, unit, half, range}),
    numbersOf(measure, series, hasTwins ? 2 : 4));
}

function key(list) {
  return el("ol", {class: "marks"}, ...list.map((each) => el("li", {}, el("b", {}, each.label + " "), each.text)));
}

// One vertical scale for all of them, or the eye compares what cannot be compared; bands included.
function rangeOf(slices) {
  const values = slices.flatMap((slice) => [
    ...timelineSeries(slice).flatMap((each) => each.data.map(([, y]) => y)),
    ...(hasTwins ? [chance(slice), -chance(slice)] : []),
  ]);
  if (!values.length) return {};
  const low = Math.min(...values);
  const high = Math.max(...values);
  const span = high - low;
  const step = hasTwins ? (span > 40 ? 20 : span > 20 ? 10 : span > 5 ? 5 : 1) : (span > 2 ? 0.5 : 0.1);
  const at = (steps) => Number((steps * step).toFixed(1)); // 3 * 0.1 is a little more than 0.3
  const bottom = Math.floor(low / step);
  return {min: at(bottom), max: at(Math.max(Math.ceil(high / step), bottom + 1)), interval: step};
}

function figures() {
  const list = marks();
  byId("timeline").append(lineChart("chart-timeline", "", "all", 360, list, rangeOf(["all"])), key(list));
  if (affectedSlice) {
    const slices = [affectedSlice, "rest"];
    const range = rangeOf(slices);
    const titles = [`${affectedSlice} (${number(injected ? injected.affected : NaN)} readers)`, "the rest"];
    slices.forEach((slice, index) =>
      byId("slices").append(lineChart(`chart-slice-${index}`, titles[index], slice, 230, list, range)));
  } else {
    byId("slices").append(el("p", {class: "note"}, "Nothing was injected: this is a control run."));
  }
  qualityFigures(list);
}

function qualityFigures(list) {
  const rankers = rankersOnScale();
  if (rankers.length) {
    byId("quality").append(chart("chart-rankers", "Rankers", "True expected value of the lists, all days; lines are 95 % intervals.",
      60 + 32 * rankers.length, () => bars(rankers)));
  }
  const series = scaleSeries();
  if (series.some((each) => each.data.length)) {
    byId("quality").append(chart("chart-scale", "Served lists by day", "Between chronological (0) and oracle (100), by group of readers.",
      230, () => lines({series, list, digits: 1, unit: ""}), numbersOf("Served lists between chronological and oracle", series, 2)));
  }
}

function facts() {
  const from = report.provenance;
  const rows = [
    ["Command", el("span", {class: "mono"}, from.command)], ["Digest", el("span", {class: "mono"}, report.digest)],
    ["Cost", `${number(report.wallSeconds, 1)} s on ${from.threads} threads, ${number(report.peakHeapMiB)} MiB of heap at most, ` +
      `${number(report.rates.feedsPerSecond)} feeds/s, ${number(report.rates.deliveriesPerSecond)} deliveries/s`],
    ["Made by", `Roost ${from.roost}, Java ${from.java}, ${from.system}, ${from.processors} processors`],
    ["Format", `report.json, schema ${report.schema}`],
  ];
  byId("facts").append(...rows.flatMap(([name, value]) => [el("dt", {}, name), el("dd", {}, value)]));
}

document.title = `Roost: ${report.verdict.headline}`;
byId("run").textContent = `· scenario ${report.scenario} · ${number(report.users)} users · ${number(report.simulatedDays)} days · seed ${report.seed}`;
byId("headline").textContent = report.verdict.headline;
verdict();
figures();
Object.entries({scoreboard, metrics, ledger, alarms, models, invariants, worlds})
  .forEach(([id, make]) => byId(id).append(make()));
facts();
draw();
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
