// A configuration text arrives with a placeholder; the key is put in here, in the browser.
const PLACEHOLDER = /^PrivateKey = YOUR_PRIVATE_KEY$/m;
const PRIVATE_KEY = /^\s*PrivateKey\s*=\s*([A-Za-z0-9+/]{43}=)\s*$/m;

export function fill(template, privateKey) {
  if (!PLACEHOLDER.test(template)) throw new Error('the configuration has no place for a private key');
  return template.replace(PLACEHOLDER, () => 'PrivateKey = ' + privateKey);
}

/** The private key written in a configuration file, or null. */
export function privateKeyIn(text) {
  return PRIVATE_KEY.exec(text)?.[1] ?? null;
}

/** Saves a blob under a name without leaving it behind in the page. */
export function save(blob, name) {
  const link = document.createElement('a');
  const url = URL.createObjectURL(blob);
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

export function saveText(text, name) {
  save(new Blob([text], {type: 'application/octet-stream'}), name);
}
