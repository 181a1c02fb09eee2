// panel.js - what stands beside the picture: an actor, a tie with its sentences, an event, or how to begin.
import { ACTOR, EVENT, PART, name, of, partners, readClaim } from './network.js';
import { cellsOf, sharedEvents } from './asking.js';
import { comparePeriods, counted, measureWords, ranking } from './standing.js';
import { bar, bdi, kindOf, make, markedSentence, pressable, source } from './parts.js';
import { count, figure, plenty, spanWords } from './words.js';

const SENTENCES = 5;
const ROWS = 12;

// The first rows of a list, and a button for the others.
function listing(rows, most, draw, words) {
  const box = make('div'),
    table = make('table', null, make('tbody'));
  const body = table.firstChild;
  body.append(...rows.slice(0, most).map(draw));
  box.append(table);
  if (rows.length > most) {
    const button = make(
      'button',
      {
        class: 'more',
        onclick: () => {
          body.append(...rows.slice(most).map(draw));
          button.remove();
        },
      },
      `${plenty(rows.length - most)} more ${words}`,
    );
    box.append(button);
  }
  return box;
}

// "speaker", "represented by A, host, through B", "as a member of C".
export function howWords(page, claim, own) {
  const { part, expanded, via } = readClaim(page, claim);
  const label = (row) => (row >= 0 ? page.actors[row][ACTOR.label] : 'someone');
  const doubt = part[PART.certainty] === 'low' ? ' (uncertain)' : '';
  if (!via.length) return `${part[PART.role]}${doubt}`;
  if (expanded) return `as a member of ${label(part[PART.actor])}, ${part[PART.role]}${doubt}`;
  const between = via
    .slice(0, -1)
    .filter((row) => row !== own)
    .map(label);
  return `represented by ${label(part[PART.actor])}, ${part[PART.role]}${between.length ? ` (through ${between.join(', ')})` : ''}${doubt}`;
}

function cellHow(level, c) {
  const { page } = level,
    claims = level.cell.claims[c];
  const stated = claims.filter((claim) => typeof claim === 'number');
  const words = [
    ...new Set(
      (stated.length ? stated : claims).map((claim) => howWords(page, claim, level.raw.actor[level.cell.node[c]])),
    ),
  ];
  return words.slice(0, 3).join('; ') + (words.length > 3 ? ` and ${words.length - 3} more` : '');
}

// The sentences that prove some cells, each once with all its marks; those that prove several cells first.
export function sentencesOf(level, cells) {
  const { page } = level,
    found = new Map();
  let more = 0;
  cells.forEach((c, which) => {
    for (const claim of level.cell.claims[c]) {
      const { part } = readClaim(page, claim);
      more += part[PART.more];
      for (const [sentence, ...marks] of part[PART.quotes]) {
        if (!found.has(sentence)) found.set(sentence, { sentence, marks: [], of: new Set() });
        const entry = found.get(sentence);
        entry.of.add(which);
        for (let i = 0; i < marks.length; i += 2) entry.marks.push([marks[i], marks[i + 1]]);
      }
    }
  });
  const list = [...found.values()].sort((a, b) => b.of.size - a.of.size || a.sentence - b.sentence);
  for (const entry of list) {
    entry.marks.sort((p, q) => p[0] - q[0] || q[1] - p[1]);
    entry.marks = entry.marks.flat();
  }
  return { list, more };
}

function quotation(level, entry) {
  const [document, text] = level.page.sentences[entry.sentence];
  return make('blockquote', null, markedSentence(text, entry.marks), source(level.page, document));
}

const eventDays = (event) => spanWords(event[EVENT.first], event[EVENT.last]);
const eventAbout = (event) =>
  [
    eventDays(event),
    event[EVENT.type] && event[EVENT.type] !== 'event' ? event[EVENT.type].replace(/[-_]/g, ' ') : '',
    event[EVENT.where],
  ]
    .filter(Boolean)
    .join(' · ');

function eventHead(level, e, choose) {
  const event = level.event[e];
  return [
    make('b', null, make('button', { class: 'link', onclick: () => choose({ event: e }) }, bdi(event[EVENT.label]))),
    make('p', { class: 'note' }, eventAbout(event)),
  ];
}

// ---- a tie ----

export function showTie(level, answer, tie, choose) {
  const a = level.ties.a[tie],
    b = level.ties.b[tie];
  const events = sharedEvents(level, answer, tie);
  const proof = new Map(
    Array.from(of(level.proofOf, tie), (p) => [
      level.cell.event[level.proof.a[p]],
      [level.proof.a[p], level.proof.b[p]],
    ]),
  );
  const all = events.map((e) => ({ e, cells: proof.get(e), ...sentencesOf(level, proof.get(e)) }));
  const total = all.reduce((sum, one) => sum + one.list.length, 0);
  const box = make('div', { class: 'tie' });
  let left = SENTENCES;
  const addEvents = (limit) => {
    box.replaceChildren();
    left = limit;
    for (const { e, cells, list } of all) {
      const shown = list.slice(0, Math.max(0, Math.min(left, limit === SENTENCES ? 2 : limit)));
      left -= shown.length;
      box.append(
        make(
          'div',
          { class: 'event' },
          ...eventHead(level, e, choose),
          make('p', null, bdi(name(level, a)), `: ${cellHow(level, cells[0])}`),
          make('p', null, bdi(name(level, b)), `: ${cellHow(level, cells[1])}`),
          ...shown.map((one) => quotation(level, one)),
          list.length ? null : make('p', { class: 'note' }, 'No sentence: this stands in a table or a register.'),
        ),
      );
    }
    const hidden = total - (limit === Infinity ? total : limit - left),
      more = all.reduce((sum, one) => sum + one.more, 0);
    if (hidden)
      box.append(
        make('button', { class: 'more', onclick: () => addEvents(Infinity) }, `+${count(hidden, 'more sentence')}`),
      );
    else if (more)
      box.append(make('p', { class: 'note' }, `${count(more, 'further sentence')} in the texts themselves.`));
  };
  addEvents(SENTENCES);
  const w = answer.weight[tie];
  return [
    make('h2', null, 'Why these two are tied'),
    make(
      'h3',
      null,
      make('button', { class: 'link', onclick: () => choose({ node: a }) }, bdi(name(level, a))),
      ' and ',
      make('button', { class: 'link', onclick: () => choose({ node: b }) }, bdi(name(level, b))),
    ),
    make('p', { class: 'note' }, `${count(events.length, 'shared event')} · weight ${figure(w)}`),
    box,
  ];
}

// ---- an actor ----

function standingWords(level, answer, node) {
  const page = level.page;
  return Object.keys(level.raw.measures)
    .filter((m) => answer.whole || counted(m))
    .map((m) => {
      const rows = ranking(level, answer, m),
        row = rows.find((r) => r.node === node);
      const sure = answer.whole && level.raw.measures[m].sure;
      const between =
        sure && sure.lo
          ? `${figure(sure.lo[node])} – ${figure(sure.hi[node])}${sure.halves ? ' in half the events' : ''}`
          : '';
      return make(
        'tr',
        null,
        make('td', { title: level.raw.measures[m].what }, measureWords(page, m)),
        make('td', { class: 'n' }, figure(row.value), between && make('span', { class: 'n' }, between)),
        make(
          'td',
          { class: 'n' },
          row.rank ? `${row.rank} of ${rows.length}` : '–',
          sure && sure.rankLo
            ? make('span', { class: 'n' }, `ranks ${sure.rankLo[node]} – ${sure.rankHi[node]}`)
            : null,
        ),
      );
    });
}

export function partnersShown(level, answer, node) {
  return partners(level, node)
    .filter(([t]) => answer.weight[t])
    .sort(
      (p, q) => answer.weight[q[0]] - answer.weight[p[0]] || name(level, p[1]).localeCompare(name(level, q[1]), 'en'),
    );
}

export function showActor(level, answer, node, choose) {
  const actor = level.actor[node],
    ties = partnersShown(level, answer, node);
  const cells = Array.from(of(level.ofNode, node)).filter((c) => answer.keepCell[c]);
  const heaviest = ties.length ? answer.weight[ties[0][0]] : 1;
  const names = actor[ACTOR.aliases].slice(0, 8);
  return [
    make('h3', null, bdi(actor[ACTOR.label])),
    make('p', { class: 'note' }, bdi(kindOf(level.page, actor))),
    names.length
      ? make('p', { class: 'note' }, 'Also: ', ...names.flatMap((alias, i) => [i ? ', ' : '', bdi(alias)]))
      : null,
    answer.shown[node]
      ? make('table', null, make('tbody', null, ...standingWords(level, answer, node)))
      : make('p', { class: 'note' }, 'Not among those shown now: see the filters and the time below.'),
    make('h2', null, `Tied to ${plenty(ties.length)}`),
    ties.length ? make('p', { class: 'note' }, 'Choose one to read why.') : null,
    listing(
      ties,
      ROWS,
      ([t, other]) =>
        make(
          'tr',
          { ...pressable(() => choose({ node, tie: t })), 'data-tie': t },
          make('td', null, bdi(name(level, other))),
          make('td', { class: 'v' }, bar(answer.weight[t] / heaviest)),
          make('td', { class: 'n' }, figure(answer.weight[t])),
        ),
      'ties',
    ),
    make('h2', null, count(cells.length, 'event')),
    listing(
      cells,
      ROWS,
      (c) => {
        const event = level.event[level.cell.event[c]];
        return make(
          'tr',
          pressable(() => choose({ event: level.cell.event[c] })),
          make(
            'td',
            null,
            bdi(event[EVENT.label]),
            make('div', { class: 'note' }, [eventDays(event), cellHow(level, c)].filter(Boolean).join(' · ')),
          ),
        );
      },
      'events',
    ),
  ];
}

// ---- an event ----

export function showEvent(level, answer, e, choose) {
  const event = level.event[e],
    cells = cellsOf(level, answer, e),
    seen = cells.filter((c) => level.cell.node[c] >= 0);
  const { list } = sentencesOf(level, seen);
  const texts = listing(
    list,
    SENTENCES,
    (entry) => make('tr', null, make('td', null, quotation(level, entry))),
    'sentences',
  );
  return [
    make('h3', null, bdi(event[EVENT.label])),
    make('p', { class: 'note' }, eventAbout(event)),
    make('h2', null, `${plenty(cells.length)} took part`),
    listing(
      seen,
      ROWS,
      (c) =>
        make(
          'tr',
          pressable(() => choose({ node: level.cell.node[c] })),
          make('td', null, bdi(name(level, level.cell.node[c])), make('div', { class: 'note' }, cellHow(level, c))),
        ),
      '',
    ),
    make('h2', null, `Told by ${count(event[EVENT.documents].length, 'document')}`),
    ...event[EVENT.documents].slice(0, 10).map((d) => source(level.page, d)),
    make('h2', null, 'Sentences'),
    list.length ? texts : make('p', { class: 'note' }, 'None: this stands in a table or a register.'),
  ];
}

// ---- nothing chosen ----

export function showStart(level, answer, choose) {
  const strongest = answer.order.slice(-8).reverse();
  return [
    make('h3', null, 'Who worked with whom'),
    make(
      'p',
      null,
      'Each sign is an actor, larger with more events. A line joins two that took part in the same event; it is wider the more they share.',
    ),
    make('p', null, 'Choose an actor, a line or a row to read the sentences behind it.'),
    make('h2', null, 'Strongest ties'),
    listing(
      strongest,
      8,
      (t) =>
        make(
          'tr',
          pressable(() => choose({ node: level.ties.a[t], tie: t })),
          make('td', null, bdi(name(level, level.ties.a[t])), ' – ', bdi(name(level, level.ties.b[t]))),
          make('td', { class: 'n' }, figure(answer.weight[t])),
        ),
      'ties',
    ),
    make(
      'p',
      { class: 'note' },
      'Keys: / find · ← → walk the ties of an actor · Enter go there · Esc back · + − 0 zoom',
    ),
  ];
}

// ---- two periods ----

export function showPeriods(level, question, bins, before, after, measure, change, choose) {
  const select = (label, side, end) =>
    make(
      'select',
      { 'aria-label': label, onchange: (event) => change(side, end, Number(event.target.value)) },
      ...bins.map((bin, i) => make('option', { value: i, selected: i === (side ? after : before)[end] }, bin.label)),
    );
  const period = ([from, to]) => ({ from: bins[from].from, to: bins[to].to });
  const by = counted(measure) ? measure : 'degree';
  const { rows, nEvents } = comparePeriods(level, question, period(before), period(after), by);
  const sign = { up: '▲', down: '▼', new: 'new', gone: 'gone', same: '=' };
  const words = (row) => (row.change ? `${sign[row.kind]} ${Math.abs(row.change)}` : sign[row.kind]);
  return [
    make('h2', null, 'Compare two periods'),
    make(
      'div',
      { class: 'row' },
      select('First period from', 0, 0),
      '–',
      select('First period to', 0, 1),
      make('span', { class: 'note' }, count(nEvents[0], 'event')),
    ),
    make(
      'div',
      { class: 'row' },
      select('Second period from', 1, 0),
      '–',
      select('Second period to', 1, 1),
      make('span', { class: 'note' }, count(nEvents[1], 'event')),
    ),
    make(
      'p',
      { class: 'note' },
      `Rank by ${measureWords(level.page, by).toLowerCase()}, before and after. Few events change ranks by chance alone: entente compare tells how often.`,
    ),
    listing(
      rows.filter((row) => row.kind !== 'same'),
      ROWS,
      (row) =>
        make(
          'tr',
          pressable(() => choose({ node: row.node })),
          make('td', null, bdi(name(level, row.node))),
          make('td', { class: 'n' }, `${row.before || '–'} → ${row.after || '–'}`),
          make('td', { class: `n ${row.kind}` }, words(row)),
        ),
      'changes',
    ),
  ];
}
