// The arithmetic by which /theme.css derives colours, for the preview of the theme editor.
import {contrast} from './contrast.js';

/** What text needs on its ground, and what other parts need (WCAG 2.2, 1.4.3 and 1.4.11). */
export const TEXT = 4.5;
export const PARTS = 3;

const LIGHT = '#f7f8fc';
const RAISED = '#e9ebf3';
const STEPS = 20;

function mix(one, other, share) {
  const part = (color, at) => parseInt(color.slice(at, at + 2), 16);
  return '#' + [1, 3, 5]
    .map(at => Math.round(part(one, at) + (part(other, at) - part(one, at)) * share))
    .map(value => value.toString(16).padStart(2, '0')).join('');
}

/** The colour, moved step by step towards black or white until text in it can be read. */
function readable(color, ground) {
  const target = ink(ground);
  for (let step = 0; step <= STEPS; step++) {
    const candidate = mix(color, target, step / STEPS);
    if (contrast(candidate, ground) >= TEXT) return candidate;
  }
  return target;
}

/** Black or white, whichever can be read better on the ground. */
export function ink(ground) {
  return contrast(ground, '#000000') >= contrast(ground, '#ffffff') ? '#000000' : '#ffffff';
}

/** What visitors who prefer light see of a theme. */
export function light(own) {
  return {
    background: LIGHT,
    text: readable(own.background, LIGHT),
    link: readable(own.link, RAISED),
    primary: readable(own.primary, RAISED),
    secondary: readable(own.secondary, RAISED),
  };
}
