/** What the server refused, in its own words. */
export class Problem extends Error {
  constructor(body) {
    super(body.detail ?? body.title ?? '');
    this.code = body.code ?? '';
    this.errors = body.errors ?? [];
  }
}

const csrf = () => document.querySelector('meta[name="csrf"]').content;

/** Calls the JSON API; throws a Problem when it refuses and a TypeError when it cannot be reached. */
export async function call(method, path, body) {
  const headers = {Accept: 'application/json', 'X-CSRF-Token': csrf()};
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  const response = await fetch('/api/v1/' + path, {
    method, headers, body: body === undefined ? undefined : JSON.stringify(body), credentials: 'same-origin', cache: 'no-store',
  });
  if (!response.ok) throw new Problem(await response.json().catch(() => ({})));
  return response.status === 204 ? null : response.json();
}

/** The configuration of a device for one server, with the placeholder where the private key goes. */
export async function configText(deviceId, server) {
  const path = '/api/v1/devices/' + encodeURIComponent(deviceId) + '/config?server=' + encodeURIComponent(server);
  const response = await fetch(path, {credentials: 'same-origin', cache: 'no-store'});
  if (!response.ok) throw new Problem(await response.json().catch(() => ({})));
  return response.text();
}

/** A failure in words for the person in front of the screen. */
export function inWords(failure, texts) {
  if (failure instanceof Problem && failure.message) return failure.message;
  if (failure instanceof TypeError) return texts.offline;
  return texts.failed;
}
