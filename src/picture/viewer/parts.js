// parts.js - making pieces of the page; all text goes in as text.
import { ACTOR, DOCUMENT } from './network.js';
import { dayWords, safeLink } from './words.js';

export const one = (selector) => document.querySelector(selector);

// make('td', {class: 'n', onclick: …}, 'text', element …)
export function make(tag, given, ...inside) {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(given || {})) {
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else if (value === true) element.setAttribute(key, '');
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(key, value);
  }
  element.append(...inside.filter((part) => part !== null && part !== undefined));
  return element;
}

// A name stands apart from the direction of what is around it.
export const bdi = (text) => make('bdi', null, text);

// Something that is pressed like a button but stands in a row of a table.
export const pressable = (press) => ({
  tabindex: 0,
  onclick: press,
  onkeydown: (event) => {
    const row = event.currentTarget;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      press();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const next = event.key === 'ArrowDown' ? row.nextElementSibling : row.previousElementSibling;
      event.preventDefault();
      if (next) next.focus();
    }
  },
});

export function bar(share) {
  const element = make('div', { class: 'b' });
  element.style.width = `${Math.max(3, Math.round(share * 100))}%`;
  return element;
}

// A sentence with stretches [begin, end, …] marked.
export function markedSentence(text, marks) {
  const out = make('span', { dir: 'auto' });
  let at = 0;
  for (let i = 0; i < marks.length; i += 2) {
    if (marks[i] < at) continue;
    out.append(text.slice(at, marks[i]), make('mark', null, text.slice(marks[i], marks[i + 1])));
    at = marks[i + 1];
  }
  out.append(text.slice(at));
  return out;
}

export function source(page, row) {
  const document = page.documents[row];
  if (!document) return null;
  const link = safeLink(document[DOCUMENT.url]),
    title = document[DOCUMENT.title] || 'document';
  const about = [document[DOCUMENT.outlet], dayWords(document[DOCUMENT.date])].filter(Boolean).join(', ');
  return make(
    'cite',
    null,
    about && bdi(about),
    about && ' · ',
    link ? make('a', { href: link, target: '_blank', rel: 'noopener noreferrer' }, title) : bdi(title),
  );
}

const TYPE_WORDS = {
  country: ['country', 'Countries'],
  agency: ['organisation', 'Organisations'],
  official: ['person', 'People'],
  bloc: ['bloc', 'Blocs'],
};
export const typeWord = (type) => (TYPE_WORDS[type] || ['actor'])[0];
export const typesWord = (type) => (TYPE_WORDS[type] || ['', 'Others'])[1];
const SIGNS = { country: '●', agency: '■', official: '▲' };
export const signOf = (type) => SIGNS[type] || '◆';
export const kindOf = (page, actor) => {
  const home = actor[ACTOR.home] >= 0 ? page.actors[actor[ACTOR.home]][ACTOR.label] : '';
  const kind = actor[ACTOR.subtype] ? actor[ACTOR.subtype].replace(/[-_]/g, ' ') : typeWord(actor[ACTOR.type]);
  return [kind, home].filter(Boolean).join(', ');
};
