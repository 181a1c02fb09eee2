// address.js - what is seen as the part of the address after #, so that it can be sent to someone.

const texts = [
  'level',
  'actor',
  'with',
  'event',
  'from',
  'to',
  'role',
  'kind',
  'colour',
  'by',
  'before',
  'after',
  'theme',
];

// Only what differs from the state a page starts with is written.
export function writeAddress(state, start) {
  const out = new URLSearchParams();
  for (const key of texts) if (state[key] && state[key] !== start[key]) out.set(key, state[key]);
  if (state.least > 0) out.set('least', String(state.least));
  if (state.hidden.size) out.set('hide', [...state.hidden].sort().join(','));
  if (state.two) out.set('events', '1');
  return out.toString();
}

// Whatever is wrong in it is passed over: the caller looks up the names.
export function readAddress(hash, start) {
  const state = { ...start, hidden: new Set() };
  const given = new URLSearchParams(hash.replace(/^#/, ''));
  for (const key of texts) if (given.get(key)) state[key] = given.get(key);
  const least = Number(given.get('least'));
  state.least = Number.isFinite(least) && least > 0 ? least : 0;
  if (given.get('hide')) state.hidden = new Set(given.get('hide').split(','));
  state.two = given.get('events') === '1';
  if (!['group', 'type'].includes(state.colour)) state.colour = start.colour;
  if (!['light', 'dark', ''].includes(state.theme)) state.theme = '';
  return state;
}
