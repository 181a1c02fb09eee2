// controls.js - search, filters, ranking and the stretch of time, on the left and below.
import { ACTOR, EVENT, rolesOf } from './network.js';
import { counted, measureWords, ranking } from './standing.js';
import { bdi, make, one, pressable, signOf, typesWord } from './parts.js';
import { figure, fold, plenty, search } from './words.js';
import { countBins } from './space.js';

// Names found as one types; the arrow keys and Enter choose.
export function makeSearch(levelNow, choose) {
  const find = one('#find'),
    hits = one('#hits');
  let at = 0;
  const close = () => {
    hits.replaceChildren();
    find.setAttribute('aria-expanded', 'false');
  };
  const take = (node) => {
    close();
    find.value = '';
    choose({ node });
  };
  const mark = () =>
    [...hits.children].forEach((hit, i) => {
      hit.setAttribute('aria-selected', i === at);
      if (i === at) find.setAttribute('aria-activedescendant', hit.id);
    });
  find.addEventListener('input', () => {
    const level = levelNow();
    level.keys =
      level.keys ||
      level.actor.map((actor) => [actor[ACTOR.label], ...actor[ACTOR.aliases], actor[ACTOR.id]].map(fold));
    const found = search(level.keys, find.value, 12);
    at = 0;
    hits.replaceChildren(
      ...found.map((node, i) =>
        make(
          'li',
          { id: `hit${i}`, role: 'option', 'data-node': node, onclick: () => take(node) },
          bdi(level.actor[node][ACTOR.label]),
        ),
      ),
    );
    if (!found.length && find.value.trim())
      hits.append(make('li', { role: 'option', 'aria-disabled': 'true' }, 'Nobody of that name here'));
    find.setAttribute('aria-expanded', String(found.length > 0));
    mark();
  });
  find.addEventListener('keydown', (event) => {
    const n = hits.children.length,
      step = { ArrowDown: 1, ArrowUp: n - 1 }[event.key];
    if (step && n) {
      event.preventDefault();
      at = (at + step) % n;
      mark();
    } else if (event.key === 'Enter' && n && hits.children[at].dataset.node)
      take(Number(hits.children[at].dataset.node));
    else if (event.key === 'Escape') close();
  });
}

const labelled = (words, control, after) => make('label', null, make('span', null, words), control, after);
const choices = (id, given, value, press) =>
  make(
    'select',
    { id, onchange: (event) => press(event.target.value) },
    ...given.map(([key, words]) => make('option', { value: key, selected: key === value }, words)),
  );
const distinct = (values) => [...new Set(values.filter(Boolean))].sort();

// Only filters that can tell anything apart are there.
export function showFilters(level, state, change) {
  const out = [make('h2', null, 'Filters')],
    { ties } = level;
  if (level.types.length > 1) {
    for (const type of level.types) {
      const n = level.actor.filter((actor) => actor[ACTOR.type] === type).length;
      out.push(labelled(`${signOf(type)} ${typesWord(type)}`, null, make('span', { class: 'n' }, plenty(n))));
      out[out.length - 1].prepend(
        make('input', {
          type: 'checkbox',
          checked: !state.hidden.has(type),
          onchange: (event) => {
            state.hidden[event.target.checked ? 'delete' : 'add'](type);
            change();
          },
        }),
      );
    }
  }
  const roles = (level.roles = level.roles || distinct(level.cell.claims.flatMap((claims, c) => rolesOf(level, c))));
  const kinds = (level.kinds = level.kinds || distinct(level.event.map((event) => event[EVENT.type])));
  for (const [key, words, list] of [
    ['role', 'Role', roles],
    ['kind', 'Events', kinds],
  ]) {
    if (list.length > 1) {
      out.push(
        labelled(
          words,
          choices(key, [['', 'all'], ...list.map((value) => [value, value])], state[key], (value) =>
            change((state[key] = value)),
          ),
        ),
      );
    }
  }
  const most = ties.weight.reduce((a, b) => Math.max(a, b), 0);
  if (most > Math.min(...ties.weight.subarray(0, 1e5))) {
    const shown = make('span', { class: 'n' }, state.least ? `≥ ${figure(state.least)}` : 'all');
    out.push(
      labelled(
        'Ties',
        make('input', {
          id: 'least',
          type: 'range',
          min: 0,
          max: 100,
          value: Math.round(100 * Math.sqrt(state.least / most)),
          'aria-label': 'Least weight of ties',
          oninput: (event) => {
            state.least = Number(((event.target.value / 100) ** 2 * most).toPrecision(2));
            shown.textContent = state.least ? `≥ ${figure(state.least)}` : 'all';
            change(true);
          },
        }),
        shown,
      ),
    );
  }
  out.push(
    labelled(
      'Colour',
      choices(
        'colour',
        [
          ['group', 'by group'],
          ['type', 'by type'],
        ],
        state.colour,
        (value) => change((state.colour = value)),
      ),
    ),
  );
  one('#filters').replaceChildren(...out);
}

const ROWS_SHOWN = 50;
export function showRanking(level, answer, state, node, choose) {
  const measures = Object.keys(level.raw.measures),
    given = level.raw.measures[state.by];
  one('#by').replaceChildren(
    ...measures.map((m) => make('option', { value: m, selected: m === state.by }, measureWords(level.page, m))),
  );
  one('#measure').textContent = measureWords(level.page, state.by);
  one('#measure').title = given.what;
  const sure = answer.whole ? given.sure : null,
    rows = ranking(level, answer, state.by);
  one('#sure').textContent = !answer.whole
    ? counted(state.by)
      ? 'Of what the filters leave.'
      : 'Of the whole network: filters do not change it.'
    : sure && sure.why
      ? `${sure.why[0].toUpperCase()}${sure.why.slice(1)}.`
      : sure
        ? `Small figures: where the value would likely lie had as many events been reported again${sure.halves ? ', in half the events' : ''} (${sure.clusters} independent events).`
        : given.note || '';
  const body = one('#ranking tbody');
  const draw = (row) =>
    make(
      'tr',
      {
        ...pressable(() => choose({ node: row.node })),
        'aria-current': row.node === node ? 'true' : null,
        'data-node': row.node,
      },
      make('td', { class: 'n' }, row.rank || '–'),
      make('td', null, bdi(level.actor[row.node][ACTOR.label])),
      make(
        'td',
        { class: 'n' },
        figure(row.value),
        sure && sure.lo
          ? make('span', { class: 'n' }, `${figure(sure.lo[row.node])} – ${figure(sure.hi[row.node])}`)
          : null,
      ),
    );
  body.replaceChildren(...rows.slice(0, ROWS_SHOWN).map(draw));
  if (rows.length > ROWS_SHOWN) {
    const last = make(
      'tr',
      null,
      make(
        'td',
        { colspan: 3 },
        make(
          'button',
          {
            class: 'more',
            onclick: () => {
              last.remove();
              body.append(...rows.slice(ROWS_SHOWN).map(draw));
            },
          },
          `${plenty(rows.length - ROWS_SHOWN)} more`,
        ),
      ),
    );
    body.append(last);
  }
}

// Bars of events and a handle at either end of what is shown. range: [first, last] of the bins.
export function showTime(level, answer, bins, range, change) {
  one('#time').hidden = bins.length < 2;
  if (bins.length < 2) return;
  const n = countBins(bins, level.event, () => true),
    most = Math.max(...n);
  one('#bars').replaceChildren(
    ...bins.map((bin, i) => {
      const column = make('i'),
        box = make(
          'div',
          { class: i >= range[0] && i <= range[1] ? 'on' : '', title: `${bin.label}: ${n[i]} events` },
          column,
        );
      column.style.height = `${(100 * n[i]) / most}%`;
      return box;
    }),
  );
  ['#from', '#to'].forEach((id, end) => {
    const input = one(id);
    Object.assign(input, { min: 0, max: bins.length - 1, value: range[end] });
    input.setAttribute('aria-valuetext', bins[range[end]].label);
    input.oninput = () => {
      const next = range.slice();
      next[end] = Number(input.value);
      if (next[0] > next[1]) next[1 - end] = next[end];
      change(next);
    };
  });
  const undated = level.event.filter((event) => event[EVENT.earliest] === null).length;
  const all = range[0] === 0 && range[1] === bins.length - 1;
  one('#span').textContent =
    `${bins[range[0]].label}${range[0] === range[1] ? '' : ` – ${bins[range[1]].label}`} · ${plenty(answer.nEvents)} of ${plenty(level.nEvents)} events` +
    (undated ? (all ? `, ${undated} undated` : `; ${undated} undated left out`) : '');
}
