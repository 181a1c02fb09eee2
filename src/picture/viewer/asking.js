// asking.js - what is left of a level under the reader's filters: events, participations, ties, and what they count.
import { ACTOR, EVENT, of, rolesOf } from './network.js';

// from, to: days (null = open); role, kind: only these (null = any); hidden: actor types; least: lightest tie.
export const anything = () => ({ from: null, to: null, role: null, kind: null, hidden: new Set(), least: 0 });

// May the event have begun inside? One without a date cannot be placed, so any limit leaves it out.
export function mayLie(event, from, to) {
  if (from === null && to === null) return true;
  const earliest = event[EVENT.earliest],
    latest = event[EVENT.latest];
  if (earliest === null && latest === null) return false;
  return (to === null || earliest === null || earliest <= to) && (from === null || latest === null || latest >= from);
}

// Weight of a tie from the events that are left: model as in the program (see entente help measures).
export function weigh(kind, shared, sizes, ofA, ofB, nEvents) {
  const c = shared.length;
  if (!c) return 0;
  if (kind === 'newman') return shared.reduce((sum, e) => sum + (sizes[e] > 1 ? 1 / (sizes[e] - 1) : 0), 0);
  if (kind === 'fractional')
    return shared.reduce((sum, e) => sum + (sizes[e] > 1 ? 2 / (sizes[e] * (sizes[e] - 1)) : 0), 0);
  if (kind === 'binary') return 1;
  if (kind === 'jaccard') return c / (ofA + ofB - c);
  if (kind === 'cosine') return c / Math.sqrt(ofA * ofB);
  if (kind === 'association') return (c * nEvents) / (ofA * ofB);
  return c;
}

function keepCells(level, question, keepEvent) {
  const keep = new Uint8Array(level.cell.n);
  for (let c = 0; c < level.cell.n; c++) {
    keep[c] = keepEvent[level.cell.event[c]] && (!question.role || rolesOf(level, c).includes(question.role)) ? 1 : 0;
  }
  return keep;
}

// Cells of an event that are left.
export const cellsOf = (level, answer, e) => Array.from(of(level.ofEvent, e)).filter((c) => answer.keepCell[c]);

// Participants of each event that weights count with: delegations where kin do not tie.
function eventSizes(level, keepCell) {
  const sizes = new Uint32Array(level.nEvents);
  for (let e = 0; e < level.nEvents; e++)
    sizes[e] = new Set(cellsOf(level, { keepCell }, e).map((c) => level.cell.delegation[c])).size;
  return sizes;
}

export function sharedEvents(level, answer, tie) {
  const { a, b } = level.proof;
  return Array.from(of(level.proofOf, tie))
    .filter((p) => answer.keepCell[a[p]] && answer.keepCell[b[p]])
    .map((p) => level.cell.event[a[p]]);
}

// The ties that are left, with their weights; 0 = not shown.
function keepTies(level, question, answer) {
  const { ties } = level,
    sizes = answer.plain ? null : eventSizes(level, answer.keepCell);
  for (let t = 0; t < ties.n; t++) {
    const a = ties.a[t],
      b = ties.b[t];
    if (!answer.shown[a] || !answer.shown[b]) continue;
    const w = answer.plain
      ? ties.weight[t]
      : weigh(
          level.page.weight,
          sharedEvents(level, answer, t),
          sizes,
          answer.events[a],
          answer.events[b],
          answer.nEvents,
        );
    if (!w || w < question.least) continue;
    answer.weight[t] = w;
    answer.nTies += 1;
    answer.heaviest = Math.max(answer.heaviest, w);
    answer.degree[a] += 1;
    answer.degree[b] += 1;
    answer.strength[a] += w;
    answer.strength[b] += w;
  }
}

export function ask(level, question) {
  const plain = question.from === null && question.to === null && !question.role && !question.kind;
  const keepEvent = new Uint8Array(level.nEvents);
  level.event.forEach((event, e) => {
    keepEvent[e] =
      mayLie(event, question.from, question.to) && (!question.kind || event[EVENT.type] === question.kind) ? 1 : 0;
  });
  const n = level.n;
  const answer = {
    plain,
    whole: plain && !question.hidden.size && !question.least,
    keepEvent,
    keepCell: keepCells(level, question, keepEvent),
    weight: new Float64Array(level.ties.n),
    degree: new Float64Array(n),
    strength: new Float64Array(n),
    events: new Float64Array(n),
    shown: new Uint8Array(n),
    nTies: 0,
    nActors: 0,
    nEvents: keepEvent.reduce((sum, keep) => sum + keep, 0),
    heaviest: 0,
  };
  for (let c = 0; c < level.cell.n; c++) {
    if (answer.keepCell[c] && level.cell.node[c] >= 0) answer.events[level.cell.node[c]] += 1;
  }
  for (let i = 0; i < n; i++) {
    answer.shown[i] = answer.events[i] && !question.hidden.has(level.actor[i][ACTOR.type]) ? 1 : 0;
    answer.nActors += answer.shown[i];
  }
  keepTies(level, question, answer);
  answer.order = Array.from(answer.weight.keys())
    .filter((t) => answer.weight[t])
    .sort((s, t) => answer.weight[s] - answer.weight[t] || s - t); // light first, as they are drawn
  return answer;
}
