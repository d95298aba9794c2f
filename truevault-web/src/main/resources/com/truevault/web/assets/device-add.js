import {call, inWords, Problem} from './api.js';
import {newPair} from './keys.js';
import {guess} from './platform.js';
import {resultPanel} from './result.js';

const root = document.getElementById('add-device');
if (root) start(root.querySelector('[data-form]'));

function start(form) {
  const texts = root.dataset;
  const say = words => { root.querySelector('[data-problem]').textContent = words; };
  const show = resultPanel(root, texts, say);
  const here = guess();
  form.elements.name.value = here.name;
  form.elements.type.value = here.type;
  form.elements.operatingSystem.value = here.system;
  if (here.system !== 'Unknown') form.querySelector('[data-guess]').textContent = form.querySelector('[data-guess]').dataset.guess;

  const button = form.querySelector('[type="submit"]');
  form.addEventListener('submit', async event => {
    event.preventDefault();
    const label = button.querySelector('[data-label]');
    const before = label.textContent;
    say('');
    fieldError(form, 'name', '');
    button.disabled = true;
    label.textContent = texts.working;
    try {
      await add(form, show);
    } catch (failure) {
      refuse(form, failure, words => say(words), texts);
    } finally {
      button.disabled = false;
      label.textContent = before;
    }
  });
  button.disabled = false;
}

async function add(form, show) {
  const pair = await newPair();
  const fields = form.elements;
  const device = await call('POST', 'devices', {
    name: fields.name.value.trim(), type: fields.type.value, operatingSystem: fields.operatingSystem.value,
    publicKey: pair.publicKey, server: fields.server.value,
  });
  form.hidden = true;
  await show(device, pair.privateKey, fields.server.value);
}

function fieldError(form, name, words) {
  const place = form.querySelector(`[data-error="${name}"]`);
  place.textContent = words;
  place.hidden = words === '';
  form.elements[name].setAttribute('aria-invalid', String(words !== ''));
}

function refuse(form, failure, say, texts) {
  const named = failure instanceof Problem ? failure.errors.find(error => error.field === 'name') : undefined;
  if (!named) {
    say(inWords(failure, texts));
    return;
  }
  fieldError(form, 'name', named.detail ?? named.message ?? failure.message);
  form.elements.name.focus();
}
