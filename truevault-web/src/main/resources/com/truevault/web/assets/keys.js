// WireGuard keys: Curve25519, 32 bytes, standard base64. Keys never leave this page except the public one.
import {library} from './library.js';

const PKCS8_PREFIX = 16; // RFC 8410: the last 32 of 48 bytes are the key

export function base64(bytes) {
  return btoa(String.fromCharCode(...bytes));
}

export function fromBase64(text) {
  return Uint8Array.from(atob(text), character => character.charCodeAt(0));
}

/** Sets the bits as `wg genkey` does, so that the file equals what `wg show` reports. */
export function clamp(bytes) {
  bytes[0] &= 248;
  bytes[31] = (bytes[31] & 127) | 64;
  return bytes;
}

async function nativePair() {
  const pair = await crypto.subtle.generateKey({name: 'X25519'}, true, ['deriveBits']);
  const privateBytes = new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey)).slice(PKCS8_PREFIX);
  const publicBytes = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  return {privateKey: base64(clamp(privateBytes)), publicKey: base64(publicBytes)};
}

/** The public key of a private one, by the audited fallback library. */
export async function publicKeyOf(privateKey) {
  await library('/assets/lib/nacl-fast.min.js');
  return base64(globalThis.nacl.scalarMult.base(clamp(fromBase64(privateKey))));
}

/** A new pair by the fallback library, for browsers without X25519. */
export async function fallbackPair() {
  const privateKey = base64(clamp(crypto.getRandomValues(new Uint8Array(32))));
  return {privateKey, publicKey: await publicKeyOf(privateKey)};
}

/** A new pair `{privateKey, publicKey}` in base64. */
export async function newPair() {
  try {
    return await nativePair();
  } catch {
    return fallbackPair();
  }
}
