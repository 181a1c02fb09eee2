// words.js - names, figures and days as people read them, and as files want them.

const letters = { đ: 'd', ł: 'l', ø: 'o', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ð: 'd', ħ: 'h' };

// What a name is found by: no case, no accents, no punctuation.
export const fold = (text) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[đłøıßæœþðħ]/g, (letter) => letters[letter])
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

// Rows of keys (one list of folded names each) that hold all the words: whole names first, then names that begin so,
// then words that begin so; equals as they stand.
export function search(keys, words, most) {
  const wanted = fold(words);
  if (!wanted) return [];
  const parts = wanted.split(' ');
  const found = [];
  keys.forEach((names, row) => {
    let best = 9;
    for (const name of names) {
      if (!parts.every((part) => name.includes(part))) continue;
      best = Math.min(
        best,
        name === wanted ? 0 : name.startsWith(wanted) ? 1 : ` ${name}`.includes(` ${wanted}`) ? 2 : 3,
      );
    }
    if (best < 9) found.push([best, row]);
  });
  return found
    .sort((a, b) => a[0] - b[0] || a[1] - b[1])
    .slice(0, most)
    .map((hit) => hit[1]);
}

export const plenty = (n) => String(n).replace(/\B(?=(\d{3})+$)/g, ',');
export const count = (n, one, many = `${one}s`) => `${plenty(n)} ${n === 1 ? one : many}`;

// At most three significant digits; whole numbers keep all of theirs.
export function figure(value) {
  if (value === null || value === undefined || Number.isNaN(value)) return '–';
  if (Number.isInteger(value)) return plenty(value);
  return String(Number(value.toPrecision(3)));
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

// "2021-06-24" → "24 June 2021"; ranges ("2021-06-03/2021-06-15") and open ends ("../2021") too.
export function dayWords(date) {
  if (!date) return '';
  if (date.includes('/')) {
    const [from, to] = date.split('/');
    return from === '..'
      ? `until ${dayWords(to)}`
      : to === '..'
        ? `from ${dayWords(from)}`
        : `${dayWords(from)} – ${dayWords(to)}`;
  }
  const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(date) || [];
  if (!year) return date;
  return `${day ? `${Number(day)} ` : ''}${month ? `${months[month - 1]} ` : ''}${Number(year)}`;
}

export const spanWords = (first, last) =>
  !last || first === last ? dayWords(first) : `${dayWords(first)} – ${dayWords(last)}`;

// Only what a browser fetches by http; anything else is no link.
export const safeLink = (url) => (typeof url === 'string' && /^https?:\/\/[^\s]+$/i.test(url) ? url : null);

// A cell that no spreadsheet takes for a formula.
export function csvCell(value) {
  if (typeof value === 'number') return Number.isNaN(value) ? '' : String(value);
  const text = /^[=+\-@\t\r]/.test(value ?? '') ? `'${value}` : (value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}
export const csv = (rows) => `\ufeff${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;

const named = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
export const markup = (text) =>
  text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '\ufffd').replace(/[&<>"]/g, (c) => named[c]);
