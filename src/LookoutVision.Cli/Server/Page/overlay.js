// Lays what was found over its photograph: a mask's regions in their colours, outlined, or a heat map.

/** A heat map is the photograph dimmed, with the heat on it. */
export const readHeatmap = async answer => ({ fill: await createImageBitmap(await answer.blob()) });

/** The mask with a transparent background, and its outlines. */
export async function readMask(base64, width, height) {
  const bytes = Uint8Array.from(atob(base64), c => c.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const fill = new OffscreenCanvas(width, height);
  const edge = new OffscreenCanvas(width, height);
  const context = fill.getContext('2d');
  context.drawImage(image, 0, 0);
  const pixels = context.getImageData(0, 0, width, height);
  const lines = new ImageData(width, height);
  const colors = new Uint32Array(pixels.data.buffer);
  const outline = new Uint32Array(lines.data.buffer);
  const white = 0xffffffff;
  const reach = Math.max(1, Math.round(Math.max(width, height) / 500));
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      if (colors[i] === white) continue;
      const differs = (dx, dy) => {
        const [nx, ny] = [x + dx, y + dy];
        return nx < 0 || ny < 0 || nx >= width || ny >= height || colors[ny * width + nx] !== colors[i];
      };
      if (differs(reach, 0) || differs(-reach, 0) || differs(0, reach) || differs(0, -reach)) outline[i] = colors[i];
    }
  }
  for (let i = 0; i < colors.length; i++) if (colors[i] === white) colors[i] = 0;
  context.putImageData(pixels, 0, 0);
  edge.getContext('2d').putImageData(lines, 0, 0);
  return { fill, edge };
}

/** Draws the photograph and, `shade` 0..1 strong, what lies over it. */
export function draw(canvas, photograph, overlay, shade) {
  canvas.width = photograph.width;
  canvas.height = photograph.height;
  const context = canvas.getContext('2d');
  context.drawImage(photograph, 0, 0);
  if (!overlay || shade === 0) return;
  context.globalAlpha = shade;
  context.drawImage(overlay.fill, 0, 0);
  context.globalAlpha = 1;
  if (overlay.edge) context.drawImage(overlay.edge, 0, 0);
}

/** A small picture of it, cut to the middle. */
export function thumbnail(canvas, photograph, overlay) {
  canvas.width = 152;
  canvas.height = 120;
  const scale = Math.max(canvas.width / photograph.width, canvas.height / photograph.height);
  const [w, h] = [photograph.width * scale, photograph.height * scale];
  const context = canvas.getContext('2d');
  for (const layer of [photograph, overlay?.fill]) {
    if (layer) context.drawImage(layer, (canvas.width - w) / 2, (canvas.height - h) / 2, w, h);
    context.globalAlpha = .6;
  }
}
