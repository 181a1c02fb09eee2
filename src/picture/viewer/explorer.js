// explorer.js - the page at work: one state, shown by all parts, kept in the address.
import { ACTOR, EVENT, TYPES, eventOf, name, nodeOf, openLevel, tieBetween } from './network.js';
import { anything, ask } from './asking.js';
import { growth, arcDistance, placeEvents, timeBins } from './space.js';
import { readAddress, writeAddress } from './address.js';
import { canvasPen } from './pen.js';
import { drawNetwork, groupColour } from './drawing.js';
import { makeCanvas, makePicker } from './canvas.js';
import { bdi, make, one, typesWord } from './parts.js';
import { partnersShown, showActor, showEvent, showPeriods, showStart, showTie } from './panel.js';
import { makeSearch, showFilters, showRanking, showTime } from './controls.js';
import { rankingRows, save, saveTable, svgOf, tieRows } from './saving.js';
import { count, plenty } from './words.js';

export function startExplorer(page) {
  const LEVEL_WORDS = { country: 'Countries', agency: 'Organisations', official: 'People', all: 'All together' };
  const system = matchMedia('(prefers-color-scheme: dark)');
  const opened = [];
  const start = {
    level: page.levels[page.start].level,
    colour: 'group',
    by: 'strength',
    theme: '',
    role: '',
    kind: '',
    from: '',
    to: '',
    before: '',
    after: '',
  };
  let state, level, answer, bins, range, periods, events, canvas, pick;
  let node = -1,
    tie = -1,
    event = -1,
    drawn = 0,
    pending = 0,
    walked = -1;
  const ruler = document.createElement('canvas').getContext('2d'),
    widths = new Map();

  const theme = () => state.theme || (page.dark || system.matches ? 'dark' : 'light');
  function measure(text, font) {
    const key = font + text;
    if (!widths.has(key)) {
      ruler.font = font;
      widths.set(key, ruler.measureText(text).width);
    }
    return widths.get(key);
  }
  function scene(width, height, view) {
    return { level, answer, view, width, height, theme: theme(), by: state.colour, node, tie, event, events, measure };
  }

  // ---- state ----

  const binOf = (label, otherwise) => {
    const i = bins.findIndex((bin) => bin.label === label);
    return i < 0 ? otherwise : i;
  };
  const whole = () => range[0] === 0 && range[1] === bins.length - 1;
  const sideOf = (text, otherwise) => {
    const [from, to] = (text || '').split('..');
    const out = [binOf(from, -1), binOf(to, -1)];
    return out[0] < 0 || out[1] < out[0] ? otherwise : out;
  };

  function enter(number) {
    level = opened[number] = opened[number] || openLevel(page, number);
    state.level = level.raw.level;
    if (!level.raw.measures[state.by]) [state.by] = Object.keys(level.raw.measures);
    bins = timeBins(level.event);
    const last = bins.length - 1,
      middle = Math.floor(last / 2);
    range = [binOf(state.from, 0), binOf(state.to, last)];
    if (range[0] > range[1]) range = [0, last];
    periods = [sideOf(state.before, [0, middle]), sideOf(state.after, [Math.min(last, middle + 1), last])];
    for (const type of state.hidden) if (!level.types.includes(type)) state.hidden.delete(type);
    node = state.actor ? nodeOf(level, state.actor) : -1;
    const other = state.with ? nodeOf(level, state.with) : -1;
    tie = node >= 0 && other >= 0 ? tieBetween(level, node, other) : -1;
    event = state.event ? eventOf(level, state.event) : -1;
  }

  function question() {
    const limit = bins.length && !whole();
    return {
      ...anything(),
      role: state.role || null,
      kind: state.kind || null,
      hidden: state.hidden,
      least: state.least,
      from: limit ? bins[range[0]].from : null,
      to: limit ? bins[range[1]].to : null,
    };
  }

  function askAgain() {
    answer = ask(level, question());
    events = state.two ? placeEvents(level, answer) : null;
    pick = makePicker(level, answer, events);
  }

  function remember() {
    state.actor = node >= 0 ? level.actor[node][ACTOR.id] : '';
    const other = tie < 0 ? -1 : level.ties.a[tie] === node ? level.ties.b[tie] : level.ties.a[tie];
    state.with = other >= 0 ? level.actor[other][ACTOR.id] : '';
    state.event = event >= 0 ? level.event[event][EVENT.id] : '';
    state.from = bins.length && range[0] > 0 ? bins[range[0]].label : '';
    state.to = bins.length && range[1] < bins.length - 1 ? bins[range[1]].label : '';
    const hash = writeAddress(state, start);
    if (`#${hash}` !== location.hash && (hash || location.hash)) history.replaceState(null, '', `#${hash}`);
  }

  // ---- showing ----

  function showStatus() {
    const some = drawn < answer.nTies && node < 0 && !events && `, the strongest ${plenty(drawn)} drawn`;
    one('#status').textContent =
      `${plenty(answer.nActors)} of ${plenty(level.n)} actors · ${events ? count(answer.nEvents, 'event') : `${plenty(answer.nTies)} of ${plenty(level.ties.n)} ties`}${some || ''}`;
  }

  function showLegend() {
    const sign = (colour, words) => {
      const dot = make('span', null, '● ');
      dot.style.color = colour;
      return make('span', null, dot, bdi(words));
    };
    const groups = [];
    if (state.colour === 'type')
      for (const type of level.types) groups.push(sign(groupColour(TYPES.indexOf(type), theme()), typesWord(type)));
    else {
      const best = new Map();
      for (let i = 0; i < level.n; i++) {
        const g = level.raw.group[i];
        if (g >= 0 && g < 6) best.set(g, [...(best.get(g) || []), i]);
      }
      if (best.size > 1) {
        for (const [g, members] of [...best].sort((a, b) => a[0] - b[0])) {
          members.sort((a, b) => level.raw.radius[b] - level.raw.radius[a] || a - b);
          groups.push(
            sign(
              groupColour(g, theme()),
              `${members
                .slice(0, 2)
                .map((i) => name(level, i))
                .join(', ')} (${members.length})`,
            ),
          );
        }
      }
    }
    one('#legend').replaceChildren(...groups);
  }

  function showPanel() {
    const right = one('#right');
    let inside;
    if (tie >= 0) inside = showTie(level, answer, tie, choose);
    else if (event >= 0) inside = showEvent(level, answer, event, choose);
    else if (node >= 0) inside = showActor(level, answer, node, choose);
    else
      inside = [
        ...showStart(level, answer, choose),
        ...(bins.length > 1 ? showPeriods(level, question(), bins, ...periods, state.by, changePeriod, choose) : []),
      ];
    const back =
      node >= 0 || event >= 0
        ? make(
            'button',
            { class: 'link', onclick: escape },
            tie >= 0 && node >= 0 ? `‹ ${name(level, node)}` : '‹ Overview',
          )
        : null;
    right.replaceChildren(...[back, ...inside].filter(Boolean));
    right.scrollTop = 0;
  }

  function changePeriod(side, end, bin) {
    const period = periods[side];
    period[end] = bin;
    if (period[0] > period[1]) period[1 - end] = bin;
    [state.before, state.after] = periods.map(([from, to]) => `${bins[from].label}..${bins[to].label}`);
    remember();
    showPanel();
  }

  function showAll() {
    askAgain();
    one('#level').value = String(page.levels.indexOf(level.raw));
    one('#two').checked = state.two;
    one('#counts').textContent =
      `${LEVEL_WORDS[state.level].toLowerCase()} · ${count(level.n, 'actor')}, ${count(level.ties.n, 'tie')}, ${count(level.nEvents, 'event')} · tie weight: ${page.weight} (${page.weightWords})`;
    const footer = one('footer');
    footer.textContent = footer.textContent.replace(/--level \w+/, `--level ${state.level}`);
    showTime(level, answer, bins, range, (next) => {
      range = next;
      later();
    });
    showRanking(level, answer, state, node, choose);
    showLegend();
    showPanel();
    canvas.paint();
    remember();
  }
  // While a slider moves, once a frame.
  function later() {
    if (!pending)
      pending = requestAnimationFrame(() => {
        pending = 0;
        showAll();
      });
  }

  // {node}, {node, tie}, {event} or {}.
  function choose(what) {
    node = what.node ?? (what.tie >= 0 ? node : -1);
    tie = what.tie ?? -1;
    event = what.event ?? -1;
    if (tie < 0) walked = -1;
    if (node >= 0) canvas.show(level.raw.x[node], level.raw.y[node]);
    if (event >= 0 && events) canvas.show(events.x[event], events.y[event]);
    for (const row of document.querySelectorAll('#ranking tr[data-node]')) {
      if (Number(row.dataset.node) === node) row.setAttribute('aria-current', 'true');
      else row.removeAttribute('aria-current');
    }
    showPanel();
    canvas.paint();
    remember();
    one('#live').textContent =
      one('#right h3').textContent + (one('#right .note') ? `. ${one('#right .note').textContent}` : '');
  }
  function escape() {
    choose(tie >= 0 && node >= 0 ? { node } : {});
  }

  // ---- hands ----

  function hitAt(x, y, view) {
    const hit = pick(x, y, view, growth(view.k));
    if (hit || events) return hit;
    const { raw, ties } = level,
      X = (i) => raw.x[i] * view.k + view.x,
      Y = (i) => raw.y[i] * view.k + view.y;
    let best = null,
      least = 6;
    const near = node >= 0 ? partnersShown(level, answer, node).map(([t]) => t) : answer.order.slice(-5000);
    for (const t of near) {
      const d = arcDistance(x, y, X(ties.a[t]), Y(ties.a[t]), X(ties.b[t]), Y(ties.b[t]));
      if (d < least) {
        least = d;
        best = { node: node >= 0 ? node : ties.a[t], tie: t };
      }
    }
    return best;
  }
  function hover(hit, x, y) {
    const tip = one('#tip');
    tip.hidden = !hit;
    canvas.canvas.style.cursor = hit ? 'pointer' : '';
    if (!hit) return;
    tip.textContent =
      hit.tie >= 0
        ? `${name(level, level.ties.a[hit.tie])} – ${name(level, level.ties.b[hit.tie])}`
        : hit.event >= 0
          ? level.event[hit.event][EVENT.label]
          : `${name(level, hit.node)}: ${count(answer.events[hit.node], 'event')}, ${count(answer.degree[hit.node], 'partner')}`;
    tip.style.left = `${Math.min(x + 14, canvas.size()[0] - 200)}px`;
    tip.style.top = `${y + 14}px`;
  }

  function walk(step) {
    const list = node >= 0 ? partnersShown(level, answer, node) : [];
    if (!list.length) return;
    walked = (Math.max(walked, step < 0 ? 0 : -1) + step + list.length) % list.length;
    const at = walked;
    choose({ node, tie: list[at][0] });
    walked = at;
  }
  function press(key) {
    if (key.key === 'Escape') escape();
    else if (key.target.matches('select,input:not([type=checkbox])') || key.ctrlKey || key.metaKey || key.altKey)
      return;
    else if (key.key === '/') one('#find').focus();
    else if (key.key === 'ArrowRight') walk(1);
    else if (key.key === 'ArrowLeft') walk(-1);
    else if (key.key === 'Enter' && key.target === canvas.canvas && tie >= 0)
      choose({ node: level.ties.a[tie] === node ? level.ties.b[tie] : level.ties.a[tie] });
    else if (key.key === '+' || key.key === '=') canvas.zoom(1.3);
    else if (key.key === '-') canvas.zoom(1 / 1.3);
    else if (key.key === '0') canvas.fit();
    else return;
    key.preventDefault();
  }

  function saveAs(kind) {
    const [width, height] = canvas.size();
    if (kind === 'svg')
      save('network.svg', svgOf(scene(width, height, canvas.view()), page.title || 'Network'), 'image/svg+xml');
    if (kind === 'png') canvas.canvas.toBlob((blob) => save('network.png', blob));
    if (kind === 'actors') saveTable('ranking.csv', rankingRows(level, answer, state.by));
    if (kind === 'ties') saveTable('ties.csv', tieRows(level, answer));
    if (kind === 'print') print();
    one('#save').open = false;
  }

  function setTheme() {
    document.documentElement.dataset.theme = theme();
  }

  function listen() {
    makeSearch(() => level, choose);
    one('#level').addEventListener('change', (change) => {
      Object.assign(state, { least: 0, role: '', with: '' });
      enter(Number(change.target.value));
      showFilters(level, state, later);
      askAgain();
      canvas.fit();
      showAll();
    });
    one('#two').addEventListener('change', (change) => {
      state.two = change.target.checked;
      if (!state.two) event = -1;
      tie = -1;
      showAll();
    });
    one('#by').addEventListener('change', (change) => {
      state.by = change.target.value;
      showAll();
    });
    one('#theme').addEventListener('click', () => {
      state.theme = theme() === 'dark' ? 'light' : 'dark';
      setTheme();
      showAll();
    });
    system.addEventListener('change', () => {
      setTheme();
      showAll();
    });
    for (const button of document.querySelectorAll('[data-save]'))
      button.addEventListener('click', () => saveAs(button.dataset.save));
    for (const button of document.querySelectorAll('[data-zoom]')) {
      button.addEventListener('click', () =>
        Number(button.dataset.zoom) ? canvas.zoom(Number(button.dataset.zoom)) : canvas.fit(),
      );
    }
    document.addEventListener('keydown', press);
    window.addEventListener('hashchange', begin);
  }

  // From the address to the screen.
  function begin() {
    state = readAddress(location.hash, start);
    enter(
      Math.max(
        0,
        page.levels.findIndex((given) => given.level === state.level),
      ),
    );
    setTheme();
    showFilters(level, state, later);
    if (canvas) showAll();
  }

  begin();
  askAgain();
  one('#level').replaceChildren(
    ...page.levels.map((given, i) =>
      make('option', { value: i }, `${LEVEL_WORDS[given.level]} (${plenty(given.actor.length)})`),
    ),
  );
  canvas = makeCanvas(one('#stage'), {
    theme,
    pick: hitAt,
    hover,
    click: (hit) => choose(hit || {}),
    rest: showStatus,
    weight: () => Math.min(drawn || answer.nTies, 5000) + level.n,
    boxOf: () => {
      const { x, y, radius } = level.raw,
        out = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
      for (let i = 0; i < level.n; i++) {
        out.left = Math.min(out.left, x[i] - radius[i]);
        out.right = Math.max(out.right, x[i] + radius[i]);
        out.top = Math.min(out.top, y[i] - radius[i]);
        out.bottom = Math.max(out.bottom, y[i] + radius[i] + 14);
      }
      return out;
    },
    draw: (g, width, height, view) => {
      drawn = drawNetwork(canvasPen(g), scene(width, height, view));
      showStatus();
    },
  });
  listen();
  showAll();
}

if (typeof document !== 'undefined') startExplorer(JSON.parse(one('#data').textContent));
