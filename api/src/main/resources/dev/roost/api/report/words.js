// How numbers and times are said.
const report = JSON.parse(document.getElementById("data").textContent);
const DAY = 86400000;
const begin = Date.parse(report.start);

const known = (value) => typeof value === "number" && Number.isFinite(value);
const number = (value, digits = 0) =>
  known(value)
    ? value.toLocaleString("en-US", {minimumFractionDigits: digits, maximumFractionDigits: digits})
    : "–";
const percent = (value, digits = 1) =>
  known(value) ? (value > 0 ? "+" : "") + number(100 * value, digits) + " %" : "–";
const interval = (pair, scale = 1, digits = 1) =>
  pair ? ` [${number(scale * pair[0], digits)}, ${number(scale * pair[1], digits)}]` : "";
const dayOf = (instant) => (Date.parse(instant) - begin) / DAY;
const two = (value) => String(value).padStart(2, "0");

function when(instant) {
  if (!instant) return "–";
  const minutes = Math.round((Date.parse(instant) - begin) / 60000);
  const day = Math.floor(minutes / 1440);
  const rest = minutes - day * 1440;
  return `day ${day} ${two(Math.floor(rest / 60))}:${two(rest % 60)}`;
}

// An ISO 8601 duration as Java writes it, such as PT41H15M.
function span(duration) {
  if (!duration) return "–";
  const parts = /^(-?)PT(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?$/.exec(duration);
  if (!parts) return duration;
  const hours = Number(parts[2] || 0);
  const words = [[Math.floor(hours / 24), "d"], [hours % 24, "h"], [Number(parts[3] || 0), "min"]]
    .filter(([amount]) => amount > 0)
    .map(([amount, unit]) => `${amount} ${unit}`);
  return words.length ? parts[1] + words.join(" ") : "0 min";
}

function el(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== null && value !== false) node.setAttribute(key, value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return node;
}

const mark = (text, tone) => (text ? el("span", {class: `mark ${tone}`}, text) : "");
const byId = (id) => document.getElementById(id);
