// canvas.js - the picture on the screen: sharp on every display, dragged, zoomed by wheel, keys and two fingers.
import { fitView, makeGrid, zoomView } from './space.js';
import { INKS } from './drawing.js';

// Above this many strokes moving shows the last picture shifted, and draws anew when it comes to rest.
const HEAVY = 1500;

// api: draw(g, width, height, view), boxOf(), weight(), theme(), pick(x, y, view), hover(hit, x, y), click(hit), rest().
export function makeCanvas(box, api) {
  const canvas = box.querySelector('canvas'),
    g = canvas.getContext('2d');
  const still = document.createElement('canvas');
  let width = 0,
    height = 0,
    view = null,
    painted = null,
    stillView = null,
    frame = 0,
    timer = 0,
    fitted = true;
  const pointers = new Map();

  function paint() {
    frame = 0;
    if (!width || !view) return;
    const ratio = window.devicePixelRatio || 1;
    g.setTransform(ratio, 0, 0, ratio, 0, 0);
    g.fillStyle = INKS[api.theme()].page;
    g.fillRect(0, 0, width, height);
    api.draw(g, width, height, view);
    painted = view;
    stillView = null;
  }
  // The last full picture under the new view: one copy, however many ties.
  function shift() {
    frame = 0;
    if (!stillView) {
      still.width = canvas.width;
      still.height = canvas.height;
      still.getContext('2d').drawImage(canvas, 0, 0);
      stillView = painted;
    }
    const f = view.k / stillView.k,
      ratio = window.devicePixelRatio || 1;
    g.setTransform(1, 0, 0, 1, 0, 0);
    g.fillStyle = INKS[api.theme()].page;
    g.fillRect(0, 0, canvas.width, canvas.height);
    g.setTransform(f, 0, 0, f, (view.x - stillView.x * f) * ratio, (view.y - stillView.y * f) * ratio);
    g.drawImage(still, 0, 0);
  }
  function moveTo(next) {
    view = next;
    fitted = false;
    const heavy = api.weight() > HEAVY;
    if (!frame) frame = requestAnimationFrame(heavy ? shift : paint);
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (heavy) paint();
      api.rest();
    }, 140);
  }
  function size() {
    width = box.clientWidth;
    height = box.clientHeight;
    const ratio = window.devicePixelRatio || 1;
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    if (fitted) fit();
    else paint();
  }
  function fit() {
    if (!width) return;
    view = fitView(api.boxOf(), width, height, Math.min(40, width / 12));
    fitted = true;
    paint();
  }
  const zoom = (factor, x = width / 2, y = height / 2) => moveTo(zoomView(view, factor, x, y));

  // ---- pointers: one drags, two pinch, a short one clicks ----
  let moved = false,
    gap = 0;
  const place = (event) => {
    const at = canvas.getBoundingClientRect();
    return [event.clientX - at.left, event.clientY - at.top];
  };
  canvas.addEventListener('pointerdown', (event) => {
    canvas.setPointerCapture(event.pointerId);
    if (!pointers.size) moved = false;
    pointers.set(event.pointerId, place(event));
    gap = 0;
  });
  canvas.addEventListener('pointermove', (event) => {
    const [x, y] = place(event),
      last = pointers.get(event.pointerId);
    if (!last) {
      if (event.pointerType === 'mouse') api.hover(api.pick(x, y, view), x, y);
      return;
    }
    if (!moved && Math.hypot(x - last[0], y - last[1]) < 4) return;
    moved = true;
    api.hover(null);
    pointers.set(event.pointerId, [x, y]);
    if (pointers.size === 1) {
      moveTo({ k: view.k, x: view.x + x - last[0], y: view.y + y - last[1] });
      return;
    }
    const [p, q] = [...pointers.values()],
      now = Math.hypot(p[0] - q[0], p[1] - q[1]);
    if (gap) zoom(now / gap, (p[0] + q[0]) / 2, (p[1] + q[1]) / 2);
    gap = now;
  });
  const up = (event) => {
    const at = pointers.get(event.pointerId);
    pointers.delete(event.pointerId);
    gap = 0;
    if (event.type === 'pointerup' && at && !moved) api.click(api.pick(at[0], at[1], view));
  };
  canvas.addEventListener('pointerup', up);
  canvas.addEventListener('pointercancel', up);
  canvas.addEventListener('pointerleave', () => api.hover(null));
  canvas.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      const [x, y] = place(event);
      zoom(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0016)), x, y);
    },
    { passive: false },
  );
  new ResizeObserver(size).observe(box);
  size();

  return {
    paint,
    fit,
    zoom,
    canvas,
    view: () => view,
    size: () => [width, height],
    // Brings a place into sight, if it is not.
    show(x, y) {
      const sx = x * view.k + view.x,
        sy = y * view.k + view.y,
        rim = 60;
      if (sx < rim || sy < rim || sx > width - rim || sy > height - rim) {
        view = { k: view.k, x: view.x + width / 2 - sx, y: view.y + height / 2 - sy };
        fitted = false;
      }
    },
  };
}

// Who stands under the pointer: events and actors by their circles.
export function makePicker(level, answer, events) {
  const { raw } = level,
    n = level.n + (events ? level.nEvents : 0);
  const x = events ? [...raw.x, ...events.x] : raw.x,
    y = events ? [...raw.y, ...events.y] : raw.y;
  const radius = events ? [...raw.radius, ...events.radius] : raw.radius;
  const near = makeGrid(
    n,
    x,
    y,
    (i) => (i < level.n ? answer.shown[i] : events.placed[i - level.n] && answer.keepEvent[i - level.n]),
    80,
  );
  return (px, py, view, grow) => {
    let best = -1,
      least = Infinity;
    near((px - view.x) / view.k, (py - view.y) / view.k, 60 * Math.max(1, grow / view.k), (i) => {
      const gap = Math.hypot(x[i] * view.k + view.x - px, y[i] * view.k + view.y - py) - Math.max(3, radius[i] * grow);
      if (gap < 5 && gap < least) {
        least = gap;
        best = i;
      }
    });
    return best < 0 ? null : best < level.n ? { node: best } : { event: best - level.n };
  };
}
