// Keeps a part of a page up to date: the page is asked for again and the part taken out of it.
const SECONDS = 5;

/** Nothing is taken away from whoever is typing, choosing or reading there. */
const isInUse = part =>
  part.contains(document.activeElement) || part.querySelector('details[open]') !== null;

async function refresh(part) {
  const answer = await fetch(part.dataset.live, {headers: {Accept: 'text/html'}});
  if (!answer.ok || answer.redirected) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const fresh = page.querySelector(`[data-live="${CSS.escape(part.dataset.live)}"]`);
  if (fresh && !isInUse(part)) part.replaceChildren(...fresh.childNodes);
}

for (const part of document.querySelectorAll('[data-live]')) {
  setInterval(() => {
    // What cannot be reached now is tried again soon; the age shown stays as it was.
    if (!document.hidden && !isInUse(part)) refresh(part).catch(() => {});
  }, SECONDS * 1000);
}
