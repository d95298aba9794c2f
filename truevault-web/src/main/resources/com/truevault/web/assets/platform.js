/** What this browser says about the device it runs on: a name to suggest, its type and system. */
export function guess(agent = navigator.userAgent, touch = navigator.maxTouchPoints) {
  if (/iPad/.test(agent) || (/Macintosh/.test(agent) && touch > 1)) return {name: 'iPad', type: 'tablet', system: 'iOS'};
  if (/iPhone/.test(agent)) return {name: 'iPhone', type: 'mobile', system: 'iOS'};
  if (/Android/.test(agent)) {
    return /Mobile/.test(agent)
      ? {name: 'Android phone', type: 'mobile', system: 'Android'}
      : {name: 'Android tablet', type: 'tablet', system: 'Android'};
  }
  if (/Windows/.test(agent)) return {name: 'Windows PC', type: 'desktop', system: 'Windows'};
  if (/Macintosh/.test(agent)) return {name: 'Mac', type: 'desktop', system: 'Mac'};
  if (/Linux|X11/.test(agent)) return {name: 'Linux computer', type: 'desktop', system: 'Linux'};
  return {name: 'My device', type: 'desktop', system: 'Unknown'};
}

/** Shows the guide of one system and lets the visitor choose another. */
export function guides(root, system) {
  const buttons = [...root.querySelectorAll('[data-system]')];
  const show = wanted => {
    for (const button of buttons) button.setAttribute('aria-pressed', String(button.dataset.system === wanted));
    for (const guide of root.querySelectorAll('[data-guide]')) guide.hidden = guide.dataset.guide !== wanted;
  };
  for (const button of buttons) button.addEventListener('click', () => show(button.dataset.system));
  show(buttons.some(button => button.dataset.system === system) ? system : 'Windows');
}
