import { readFileSync } from 'node:fs';
import path from 'node:path';

const scss = readFileSync(path.join(__dirname, 'tokens.scss'), 'utf8');
const block = (selector: string) => {
  const body = new RegExp(`\\.${selector} \\{([^}]*)\\}`).exec(scss)?.[1] ?? '';
  return new Map([...body.matchAll(/--([\w-]+):\s*([^;]+);/g)].map((m) => [m[1] ?? '', m[2] ?? '']));
};
const normal = block('lz');
const elder = block('lz-elder');

const channel = (value: number) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
function luminance(name: string): number {
  const hex = /^#([0-9a-f]{6})$/.exec(normal.get(name) ?? '')?.[1];
  if (hex === undefined) throw new Error(`--${name} is no colour of six digits`);
  const [r, g, b] = [0, 2, 4].map((at) => channel(Number.parseInt(hex.slice(at, at + 2), 16) / 255)) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}
const px = (tokens: Map<string, string>, name: string) => Number.parseFloat(tokens.get(name) ?? 'NaN');

describe('tokens', () => {
  it.each([
    ['ink', 'sand'], ['ink', 'card'], ['ink', 'brand-soft'], ['ink', 'plain'],
    ['ink-2', 'sand'], ['ink-2', 'card'], ['ink-2', 'plain'], ['ink-2', 'brand-soft'],
    ['on-brand', 'brand'], ['on-brand', 'brand-press'],
    ['brand-press', 'brand-soft'], ['brand-press', 'sand'], ['brand-press', 'card'],
    ['amber', 'amber-soft'], ['amber', 'card'], ['amber', 'sand'],
    ['red', 'red-soft'], ['red', 'card'], ['red', 'sand'],
    ['ink', 'amber-soft'], ['ink', 'red-soft'],
  ])('text %s on %s keeps 4.5:1', (text, ground) => {
    expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each([['edge', 'card'], ['edge', 'sand'], ['brand', 'card'], ['brand', 'sand'], ['blue', 'sand']])('edge %s on %s keeps 3:1', (edge, ground) => {
    expect(contrast(edge, ground)).toBeGreaterThanOrEqual(3);
  });

  it.each(['s0', 's1', 's2', 's3', 's4', 's5'])('长辈版 shows --%s at 18px or more, never smaller than the normal size', (name) => {
    expect(px(elder, name)).toBeGreaterThanOrEqual(18);
    expect(px(elder, name)).toBeGreaterThanOrEqual(px(normal, name));
  });

  it('targets are 44px, in 长辈版 60px', () => {
    for (const name of ['tap', 'tap-small']) {
      expect(px(normal, name)).toBeGreaterThanOrEqual(44);
      expect(px(elder, name)).toBeGreaterThanOrEqual(60);
    }
  });
});
