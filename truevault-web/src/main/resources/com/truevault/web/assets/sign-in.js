// When a code is demanded, the server shows the form again without the password. Asking first in the
// background keeps what was typed; without this module the password is simply typed again.
const form = document.querySelector('form[data-sign-in]');

form?.addEventListener('submit', async event => {
  if (form.elements.code) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const response = await fetch(form.action, {method: 'POST', body: new URLSearchParams(new FormData(form)), credentials: 'same-origin'})
    .catch(() => null);
  if (response?.redirected) return location.assign(response.url);
  const page = response && new DOMParser().parseFromString(await response.text(), 'text/html');
  const code = page?.querySelector('[name="code"]')?.closest('.field');
  if (!page) return form.submit();
  document.querySelector('main .flash')?.remove();
  const problem = page.querySelector('main .flash');
  if (problem) form.before(problem);
  if (!code) {
    form.elements.password.value = '';
    form.elements.password.focus();
    return;
  }
  form.querySelector('[type="submit"]').before(code);
  form.elements.code.focus();
}, {capture: true});
