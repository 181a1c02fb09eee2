// pen.js - two pens with the same strokes: one draws on a canvas, one writes SVG.
import { markup } from './words.js';

// Signs of actor types, as the program's own pictures have them; events are rings.
const CORNERS = {
  official: [0, -1.18, 1.1, 0.78, -1.1, 0.78],
  other: [0, -1.24, 1.24, 0, 0, 1.24, -1.24, 0],
};
const BATCH = 500; // arcs in one stroke: longer paths cost more than their parts

const FONTS = '"Noto Sans","DejaVu Sans",system-ui,sans-serif';
export const fontOf = (size, bold) => `${bold ? '600 ' : ''}${size}px ${FONTS}`;

export function canvasPen(g) {
  function signPath(type, x, y, r) {
    g.beginPath();
    if (type === 'country' || type === 'event') g.arc(x, y, r, 0, 2 * Math.PI);
    else if (type === 'agency') g.rect(x - 0.9 * r, y - 0.9 * r, 1.8 * r, 1.8 * r);
    else {
      const corner = CORNERS[type] || CORNERS.other;
      for (let i = 0; i < corner.length; i += 2) g.lineTo(x + r * corner[i], y + r * corner[i + 1]);
      g.closePath();
    }
  }
  return {
    // arcs: x, y, control x, control y, x, y of each
    arcs(arc, colour, width, alpha) {
      g.strokeStyle = colour;
      g.lineWidth = width;
      g.globalAlpha = alpha;
      g.lineCap = 'round';
      for (let i = 0; i < arc.length;) {
        const end = Math.min(arc.length, i + 6 * BATCH);
        g.beginPath();
        for (; i < end; i += 6) {
          g.moveTo(arc[i], arc[i + 1]);
          g.quadraticCurveTo(arc[i + 2], arc[i + 3], arc[i + 4], arc[i + 5]);
        }
        g.stroke();
      }
      g.globalAlpha = 1;
    },
    sign(type, x, y, r, fill, edge, edgeWidth) {
      signPath(type, x, y, r);
      g.fillStyle = fill;
      g.fill();
      if (!edgeWidth) return;
      g.strokeStyle = edge;
      g.lineWidth = edgeWidth;
      g.lineJoin = 'round';
      g.stroke();
    },
    text(text, x, y, size, bold, colour, halo) {
      g.font = fontOf(size, bold);
      g.textAlign = 'center';
      g.lineJoin = 'round';
      g.strokeStyle = halo;
      g.lineWidth = size / 4;
      g.strokeText(text, x, y);
      g.fillStyle = colour;
      g.fillText(text, x, y);
    },
  };
}

const short = (value) => String(Math.round(value * 10) / 10);

export function svgPen(width, height, title, page) {
  const out = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" ` +
      `font-family="'Noto Sans','DejaVu Sans',sans-serif" role="img"><title>${markup(title)}</title>` +
      `<rect width="${width}" height="${height}" fill="${page}"/>`,
  ];
  return {
    arcs(arc, colour, lineWidth, alpha) {
      let d = '';
      for (let i = 0; i < arc.length; i += 6) {
        const [x, y, cx, cy, x2, y2] = arc.slice(i, i + 6).map(short);
        d += `M${x} ${y}Q${cx} ${cy} ${x2} ${y2}`;
      }
      if (d)
        out.push(
          `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${short(lineWidth)}" stroke-opacity="${alpha.toFixed(2)}" stroke-linecap="round"/>`,
        );
    },
    sign(type, x, y, r, fill, edge, edgeWidth) {
      const paint = `fill="${fill}"${edgeWidth ? ` stroke="${edge}" stroke-width="${short(edgeWidth)}"` : ''}`;
      if (type === 'country' || type === 'event')
        out.push(`<circle cx="${short(x)}" cy="${short(y)}" r="${short(r)}" ${paint}/>`);
      else if (type === 'agency') {
        out.push(
          `<rect x="${short(x - 0.9 * r)}" y="${short(y - 0.9 * r)}" width="${short(1.8 * r)}" height="${short(1.8 * r)}" ${paint}/>`,
        );
      } else {
        const corner = CORNERS[type] || CORNERS.other;
        out.push(`<path d="M${corner.map((c, i) => short((i % 2 ? y : x) + r * c)).join(' ')}Z" ${paint}/>`);
      }
    },
    text(text, x, y, size, bold, colour, halo) {
      out.push(
        `<text x="${short(x)}" y="${short(y)}" font-size="${short(size)}" ${bold ? 'font-weight="600" ' : ''}text-anchor="middle" ` +
          `fill="${colour}" stroke="${halo}" stroke-width="${short(size / 4)}" stroke-linejoin="round" paint-order="stroke">${markup(text)}</text>`,
      );
    },
    end: () => `${out.join('\n')}\n</svg>\n`,
  };
}
