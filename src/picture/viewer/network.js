// network.js - one level of the page opened: who is tied to whom, and by which events.

// Rows of the page's tables, by what stands in them.
export const ACTOR = { label: 0, id: 1, type: 2, subtype: 3, home: 4, aliases: 5 };
export const EVENT = { label: 0, id: 1, earliest: 2, latest: 3, first: 4, last: 5, type: 6, where: 7, documents: 8 };
export const PART = { actor: 0, role: 1, certainty: 2, document: 3, quotes: 4, more: 5 };
export const DOCUMENT = { title: 0, outlet: 1, date: 2, url: 3 };

export const TYPES = ['country', 'agency', 'official', 'bloc', 'unknown'];

// Compressed rows: entries grouped by key, as first[key] … first[key + 1].
function grouped(n, keys) {
  const first = new Uint32Array(n + 1);
  for (const key of keys) first[key + 1] += 1;
  for (let i = 0; i < n; i++) first[i + 1] += first[i];
  const entry = new Uint32Array(keys.length),
    next = first.slice();
  for (let i = 0; i < keys.length; i++) entry[next[keys[i]]++] = i;
  return { first, entry };
}
export const of = (groups, key) => groups.entry.subarray(groups.first[key], groups.first[key + 1]);

function readCells(raw) {
  const node = [],
    event = [],
    delegation = [],
    claims = [];
  const step = raw.kin ? 3 : 2;
  raw.cells.forEach((cells, e) => {
    for (let i = 0; i < cells.length; i += step) {
      node.push(cells[i]);
      event.push(e);
      delegation.push(raw.kin ? cells[i + 1] : i);
      claims.push(cells[i + step - 1]);
    }
  });
  return { node, event, delegation, claims, n: node.length };
}

// Which cells prove which tie: parallel lists tie, a, b (cells of its ends).
function readProofs(level) {
  const { cell, ties, ofNode, ofEvent } = level;
  const tieTo = new Int32Array(level.n).fill(-1);
  const proof = { tie: [], a: [], b: [] };
  for (let a = 0, t = 0; a < level.n; a++) {
    const begin = t;
    for (; t < ties.n && ties.a[t] === a; t++) tieTo[ties.b[t]] = t;
    if (t === begin) continue;
    for (const own of of(ofNode, a)) {
      for (const other of of(ofEvent, cell.event[own])) {
        const b = cell.node[other];
        if (b <= a || tieTo[b] < 0 || cell.delegation[own] === cell.delegation[other]) continue;
        proof.tie.push(tieTo[b]);
        proof.a.push(own);
        proof.b.push(other);
      }
    }
    for (let u = begin; u < t; u++) tieTo[ties.b[u]] = -1;
  }
  return proof;
}

export function openLevel(page, number) {
  const raw = page.levels[number];
  const n = raw.actor.length,
    nTies = raw.tie.length / 3;
  const ties = { n: nTies, a: new Uint32Array(nTies), b: new Uint32Array(nTies), weight: new Float64Array(nTies) };
  for (let t = 0; t < nTies; t++) {
    ties.a[t] = raw.tie[3 * t];
    ties.b[t] = raw.tie[3 * t + 1];
    ties.weight[t] = raw.tie[3 * t + 2];
  }
  const cell = readCells(raw);
  const level = { page, raw, n, ties, cell, nEvents: raw.event.length };
  level.ofEvent = grouped(level.nEvents, cell.event);
  level.ofNode = grouped(
    n + 1,
    cell.node.map((node) => (node < 0 ? n : node)),
  );
  level.proof = readProofs(level);
  level.proofOf = grouped(nTies, level.proof.tie);
  level.tiesOf = grouped(n, [...ties.a, ...ties.b]); // entries from nTies on are the second ends
  level.actor = raw.actor.map((row) => page.actors[row]);
  level.event = raw.event.map((row) => page.events[row]);
  level.types = TYPES.filter((type) => level.actor.some((actor) => actor[ACTOR.type] === type));
  return level;
}

export const name = (level, node) => level.actor[node][ACTOR.label];
export const nodeOf = (level, id) => level.actor.findIndex((actor) => actor[ACTOR.id] === id);
export const eventOf = (level, id) => level.event.findIndex((event) => event[EVENT.id] === id);

// [tie, partner] of an actor.
export function partners(level, node) {
  const { a, b, n } = level.ties;
  return Array.from(of(level.tiesOf, node), (end) => [end % n, end < n ? b[end] : a[end - n]]);
}

export function tieBetween(level, a, b) {
  const found = partners(level, a).find((pair) => pair[1] === b);
  return found ? found[0] : -1;
}

// A claim as the page has it → who took part, in which role, and through whom it counts for another.
export function readClaim(page, claim) {
  const [row, expanded, ...via] = typeof claim === 'number' ? [claim, 0] : claim;
  return { part: page.participations[row], expanded: expanded === 1, via };
}

// The roles a cell rests on.
export const rolesOf = (level, cell) =>
  level.cell.claims[cell].map((claim) => readClaim(level.page, claim).part[PART.role]);
