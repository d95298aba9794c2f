import {contrast} from './contrast.js';
import {ink, light, PARTS, TEXT} from './palette.js';

const COLOR = /^#[0-9a-f]{6}$/i;
const NEEDED = {text: TEXT, link: TEXT, primary: PARTS, secondary: PARTS};
const root = document.getElementById('theme');
const warning = root.querySelector('[data-warning]');
const inputs = [...root.querySelectorAll('[data-variable]')];
const value = key => root.querySelector(`[name="${key}"]`).value.trim();

function show() {
  const own = {};
  for (const part of ['background', ...Object.keys(NEEDED)]) own[part] = value(part + '_color');
  if (!Object.values(own).every(color => COLOR.test(color))) return;
  paint(root.querySelector('[data-preview="own"]'), own);
  paint(root.querySelector('[data-preview="light"]'), light(own));
  const low = Object.keys(NEEDED).filter(part => contrast(own[part], own.background) < NEEDED[part]);
  warning.hidden = low.length === 0;
  const words = low.includes('text') || low.includes('link') ? root.dataset.unreadable : root.dataset.faint;
  warning.querySelector('p').textContent = low.length === 0 ? '' : words;
}

function paint(preview, colors) {
  const sample = preview.querySelector('[data-sample]');
  for (const input of inputs) sample.style.setProperty(input.dataset.variable, input.value);
  sample.style.backgroundColor = colors.background;
  sample.style.color = colors.text;
  sample.style.fontFamily = value('font_family');
  sample.style.fontSize = value('base_font_size');
  sample.querySelector('h3').style.fontFamily = value('heading_font');
  sample.querySelector('a').style.color = colors.link;
  const button = sample.querySelector('[data-sample-button]');
  button.style.backgroundColor = colors.primary;
  button.style.color = ink(colors.primary);
  for (const line of preview.querySelectorAll('[data-part]')) measure(line, colors);
}

function measure(line, colors) {
  const {part} = line.dataset;
  const ratio = contrast(colors[part], colors.background);
  const low = ratio < NEEDED[part];
  const verdict = low ? root.dataset.low.replace('{0}', NEEDED[part]) : root.dataset.passes;
  line.querySelector('[data-ratio]').textContent = `${low ? '✗' : '✓'} ${ratio.toFixed(1)} : 1, ${verdict}`;
  line.classList.toggle('low', low);
}

for (const picker of root.querySelectorAll('[data-picker]')) {
  const text = document.getElementById(picker.dataset.picker);
  picker.addEventListener('input', () => { text.value = picker.value; });
  text.addEventListener('input', () => { if (COLOR.test(text.value)) picker.value = text.value; });
}
root.addEventListener('input', show);
show();
