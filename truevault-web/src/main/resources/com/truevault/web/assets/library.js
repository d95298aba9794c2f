const loaded = new Map();

/** Loads a library that is not a module, once. */
export function library(path) {
  if (!loaded.has(path)) {
    loaded.set(path, new Promise((done, failed) => {
      const script = document.createElement('script');
      script.src = path;
      script.onload = done;
      script.onerror = () => { loaded.delete(path); failed(new TypeError('cannot load ' + path)); };
      document.head.append(script);
    }));
  }
  return loaded.get(path);
}
