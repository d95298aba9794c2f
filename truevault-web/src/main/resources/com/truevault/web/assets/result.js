// The panel with QR code, file and guide. The private key is held by one variable of this module and
// written nowhere else; leaving the page or taking another key drops it.
import {configText, inWords} from './api.js';
import {fill, save, saveText} from './config.js';
import {copyText} from './copy.js';
import {guess, guides} from './platform.js';
import {draw, png} from './qr.js';

let key = null;
let text = null;

function forget(panel) {
  key = null;
  text = null;
  panel.querySelector('[data-config]').textContent = '';
  panel.querySelector('[data-qr]').replaceChildren();
}

/** Prepares the panel once; the answer shows a device's configuration with the given private key. */
export function resultPanel(root, texts, say) {
  const panel = root.querySelector('[data-result]');
  const part = name => panel.querySelector(`[data-${name}]`);
  const server = part('server');
  let device = null;
  let canvas = null;

  const render = async () => {
    const template = await configText(device.deviceId, server.value);
    text = fill(template, key);
    canvas = await draw(part('qr'), text);
    part('config').textContent = '';
    part('filename').textContent = device.tunnelName + '.conf';
  };
  const again = () => {
    say('');
    return render().catch(failure => say(inWords(failure, texts)));
  };

  server.addEventListener('change', again);
  part('download').addEventListener('click', event => {
    event.preventDefault();
    if (text) saveText(text, device.tunnelName + '.conf');
  });
  part('png').addEventListener('click', async () => save(await png(canvas), device.tunnelName + '.png'));
  part('copy-config').addEventListener('click', event => copyText(event.currentTarget, text));
  part('config').closest('details').addEventListener('toggle', event => {
    part('config').textContent = event.currentTarget.open && text ? text : '';
  });
  guides(part('guides'), guess().system);
  addEventListener('pagehide', () => { forget(panel); panel.hidden = true; });

  return async (shown, privateKey, serverKey) => {
    device = shown;
    key = privateKey;
    if (serverKey) server.value = serverKey;
    panel.hidden = false;
    await again();
    panel.querySelector('h2').focus();
    panel.scrollIntoView({block: 'start'});
  };
}
