import {call, inWords} from './api.js';
import {privateKeyIn} from './config.js';
import {newPair, publicKeyOf} from './keys.js';
import {resultPanel} from './result.js';

const root = document.getElementById('device');
if (root) start();

function start() {
  const texts = root.dataset;
  const say = words => { root.querySelector('[data-problem]').textContent = words; };
  const show = resultPanel(root, texts, say);
  const device = {deviceId: texts.device, tunnelName: texts.name};
  const input = root.querySelector('[data-file]');
  const button = root.querySelector('[data-replace]');
  input.addEventListener('change', async event => {
    const [file] = event.target.files;
    if (!file) return;
    say('');
    await fromFile(file, device, show, texts).catch(failure => say(failure.words ?? inWords(failure, texts)));
    event.target.value = '';
  });
  button.addEventListener('click', () => replace(button, device, show, texts, say));
  input.disabled = button.disabled = false;
}

function refusal(words) {
  return Object.assign(new Error(words), {words});
}

/** Takes the key out of a configuration the user has already; the file stays on this device. */
async function fromFile(file, device, show, texts) {
  const privateKey = file.size < 65536 ? privateKeyIn(await file.text()) : null;
  if (privateKey === null) throw refusal(texts.badfile);
  if (await publicKeyOf(privateKey) !== texts.key) throw refusal(texts.otherkey);
  await show(device, privateKey);
}

async function replace(button, device, show, texts, say) {
  const label = button.querySelector('[data-label]');
  const before = label.textContent;
  button.disabled = true;
  label.textContent = texts.working;
  say('');
  try {
    const pair = await newPair();
    const changed = await call('POST', 'devices/' + encodeURIComponent(device.deviceId) + '/keys', {publicKey: pair.publicKey});
    texts.key = pair.publicKey;
    root.querySelector('[data-publickey]').textContent = pair.publicKey;
    root.querySelector('button[data-copy]').dataset.copy = pair.publicKey;
    button.closest('details').open = false;
    await show({...device, ...changed}, pair.privateKey);
  } catch (failure) {
    say(inWords(failure, texts));
  } finally {
    button.disabled = false;
    label.textContent = before;
  }
}
