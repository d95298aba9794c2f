import {contrast} from './contrast.js';

const ENOUGH = 4.5;
const root = document.getElementById('theme');
const preview = root.querySelector('[data-preview]');
const inputs = [...root.querySelectorAll('[data-variable]')];
const value = key => root.querySelector(`[name="${key}"]`).value.trim();

function show() {
  for (const input of inputs) preview.style.setProperty(input.dataset.variable, input.value);
  preview.style.backgroundColor = value('background_color');
  preview.style.color = value('text_color');
  preview.querySelector('a').style.color = value('link_color');
  preview.querySelector('[data-sample-button]').style.backgroundColor = value('primary_color');
  const dark = (contrast('#06121a', value('primary_color')) ?? 0) >= (contrast('#ffffff', value('primary_color')) ?? 0);
  preview.querySelector('[data-sample-button]').style.color = dark ? '#06121a' : '#ffffff';
  for (const line of preview.querySelectorAll('[data-pair]')) measure(line);
}

function measure(line) {
  const ratio = contrast(...line.dataset.pair.split(' ').map(value));
  const place = line.querySelector('[data-ratio]');
  const low = ratio === null || ratio < ENOUGH;
  place.textContent = ratio === null ? '–' : ratio.toFixed(2) + ' : 1' + (low ? ' · ' + root.dataset.low : '');
  line.classList.toggle('low-line', low);
  place.classList.toggle('low', low);
}

for (const picker of root.querySelectorAll('[data-picker]')) {
  const text = document.getElementById(picker.dataset.picker);
  picker.addEventListener('input', () => { text.value = picker.value; show(); });
  text.addEventListener('input', () => { if (/^#[0-9a-f]{6}$/i.test(text.value)) picker.value = text.value; });
}
root.addEventListener('input', show);
show();
