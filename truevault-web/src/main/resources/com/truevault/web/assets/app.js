// Small comforts every page has; nothing here is needed for a page to work.
import {copyText} from './copy.js';

for (const time of document.querySelectorAll('time[data-local]')) {
  const at = new Date(time.dateTime);
  time.title = time.textContent;
  time.textContent = at.toLocaleString(undefined, {dateStyle: 'medium', timeStyle: 'short'});
}

for (const button of document.querySelectorAll('button[data-copy]')) {
  button.addEventListener('click', () => copyText(button, button.dataset.copy));
}

// A long password is easier to type where it can be seen.
for (const place of document.querySelectorAll('.password')) {
  const input = place.querySelector('input');
  const button = document.createElement('button');
  const {show, hide} = document.body.dataset;
  const turn = shown => {
    input.type = shown ? 'text' : 'password';
    button.textContent = shown ? hide : show;
    button.setAttribute('aria-label', `${button.textContent}: ${input.labels[0].textContent}`);
  };
  button.type = 'button';
  button.addEventListener('click', () => turn(input.type === 'password'));
  input.form?.addEventListener('submit', () => turn(false));
  turn(false);
  place.append(button);
}

for (const form of document.querySelectorAll('form[method="post"]')) {
  form.addEventListener('submit', event => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = 'yes';
  });
}

// What was said once is not said again on reload.
const address = new URL(location.href);
if (address.searchParams.has('done') || address.searchParams.has('note')) {
  address.searchParams.delete('done');
  address.searchParams.delete('note');
  history.replaceState(null, '', address);
}

// A page taken from the back-forward cache must be able to send again.
addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[data-sent]')) delete form.dataset.sent;
});
