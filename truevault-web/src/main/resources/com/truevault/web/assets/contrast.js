// WCAG 2.2: relative luminance and contrast ratio of two #rrggbb colours.
const HEX = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i;

function luminance(color) {
  const parts = HEX.exec(color);
  if (!parts) return null;
  const [red, green, blue] = parts.slice(1).map(part => {
    const share = parseInt(part, 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Between 1 and 21, or null if one of them is not a colour. */
export function contrast(one, other) {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return low === null || high === null ? null : (high + 0.05) / (low + 0.05);
}
