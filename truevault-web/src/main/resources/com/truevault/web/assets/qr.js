import {library} from './library.js';

const QUIET = 4; // modules, ISO/IEC 18004
const SCALE = 8; // pixels for one module

/**
 * The modules of a text. The library wants an element to draw on and would write the text into its
 * title; it gets one that belongs to no page, and a drawing that only keeps the model.
 */
async function modules(text, level) {
  await library('/assets/lib/qrcode.min.js');
  const {QRCode} = globalThis;
  const code = new QRCode(document.createElement('div'), {correctLevel: QRCode.CorrectLevel[level]});
  let model = null;
  code._el = {};
  code._oDrawing = {draw: drawn => { model = drawn; }};
  code.makeCode(text);
  return model;
}

/** Draws a text black on white with its quiet zone into an element; returns the canvas. */
export async function draw(element, text, level = 'L') {
  const model = await modules(text, level);
  const count = model.getModuleCount();
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = (count + 2 * QUIET) * SCALE;
  const context = canvas.getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = '#000000';
  for (let row = 0; row < count; row++) {
    for (let column = 0; column < count; column++) {
      if (model.isDark(row, column)) context.fillRect((column + QUIET) * SCALE, (row + QUIET) * SCALE, SCALE, SCALE);
    }
  }
  element.replaceChildren(canvas);
  return canvas;
}

export function png(canvas) {
  return new Promise(done => canvas.toBlob(done, 'image/png'));
}
