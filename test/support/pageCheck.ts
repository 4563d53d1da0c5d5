/**
 * What every page must keep, measured in the page as it is drawn: no axe violations, no letters of another
 * alphabet, large enough text and targets, nothing cut off or pushed out at the side. Returns a line for each breach.
 */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResult { readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly target: readonly unknown[]; readonly html: string }[] }[] }

/** axe's violations of what is visible; earlier pages are hidden, so it passes over them. */
export const axe = async (page: Page): Promise<string[]> => {
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate<AxeResult>('axe.run(document, { resultTypes: ["violations"] })');
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, html }) => `axe ${id}: ${target.join(' ')} ${html.slice(0, 120)}`));
};

export interface Least {
  /** px */
  readonly text: number;
  /** px, both ways */
  readonly target: number;
}
export const leastOf = (elder: boolean): Least => (elder ? { text: 18, target: 60 } : { text: 12, target: 44 });

/** Words of other alphabets that may stand on a page, each with its reason. */
const allowed: readonly RegExp[] = [
  /https?:\/\/\S+/g, // the link on a poster, for those who can't scan
  /\bA[34]\b/g, /\bQR\b/g,
  /\bWilson\b/g, /\bNewcombe\b/g, // the methods' names, where they are explained
  /\bcaifeng\b/g, // shows that pinyin works
  /\b(?=[0-9a-z]*[0-9])[0-9a-z]{10}\b/g, // a poster's code
  /\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b/g, // a receipt
  /\b[0-9A-Z]{18}\b/g, // a licence's credit code
  /[a-z0-9]{5}-[a-z0-9]{5}(-\S*)?/g, // an invite
  /\b[0-9a-f]{64}\b/g, /\b([0-9a-f]{4} ){3,}[0-9a-f]{4}\b/g, // a seal, a hash, a key; a seal to be copied
  /\bEd25519\b/g, // how check codes are signed, by its only name
];

export const layout = (page: Page, least: Least): Promise<string[]> =>
  page.evaluate(({ text: smallest, target, allowed: patterns }) => {
    const found = new Set<string>();
    const shown = (element: Element) => element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) && element.getClientRects().length > 0;
    const short = (text: string) => text.replace(/\s+/g, ' ').trim().slice(0, 24);
    const spelt = (text: string, where: string) => {
      const rest = patterns.reduce((left, [source, flags]) => left.replace(new RegExp(source, flags), ' '), text);
      const latin = /[A-Za-z]{2,}/.exec(rest)?.[0];
      if (latin) found.add(`letters "${latin}" in ${where} "${short(text)}"`);
    };
    const sideways = (element: Element): boolean => {
      for (let up: Element | null = element; up && up !== document.body; up = up.parentElement) if (/auto|scroll|hidden/.test(getComputedStyle(up).overflowX) && up.clientWidth < up.scrollWidth) return true;
      return false;
    };

    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent ?? '';
      const parent = node.parentElement;
      if (text.trim() === '' || !parent || parent.closest('style, script') || !shown(parent)) continue;
      spelt(text, 'text');
      // the poster on the screen is a picture of paper
      const size = Number.parseFloat(getComputedStyle(parent).fontSize);
      if (size < smallest && !parent.closest('.desk-sheet')) found.add(`text of ${size}px "${short(text)}" (${parent.className})`);
      const style = getComputedStyle(parent);
      if (style.textOverflow === 'ellipsis' && parent.scrollWidth > parent.clientWidth + 1) found.add(`cut off "${short(text)}"`);
    }
    for (const element of document.querySelectorAll('[aria-label], [placeholder], [title]')) {
      if (!shown(element)) continue;
      for (const name of ['aria-label', 'placeholder', 'title']) spelt(element.getAttribute(name) ?? '', name);
    }
    for (const element of document.querySelectorAll('[role=button], [role=link], [role=radio], [role=checkbox], a[href], button, input, textarea, select')) {
      if (!shown(element)) continue;
      const pressed = element.closest('.lz-search, .lz-field__input') ?? element;
      const { width, height } = pressed.getBoundingClientRect();
      if (width < target - 0.5 || height < target - 0.5) found.add(`target of ${Math.round(width)}×${Math.round(height)} "${short(element.getAttribute('aria-label') ?? element.textContent ?? '')}" (${element.className})`);
    }
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth > clientWidth) found.add(`the page is ${scrollWidth}px wide on ${clientWidth}px`);
    for (const element of document.querySelectorAll('.lz *')) {
      const { right, left, width } = element.getBoundingClientRect();
      if (width > 0 && shown(element) && !element.closest('.lz-map') && (right > clientWidth + 1 || left < -1) && !sideways(element)) found.add(`out at the side: ${element.className} "${short(element.textContent ?? '')}"`);
    }
    return [...found];
  }, { ...least, allowed: allowed.map(({ source, flags }) => [source, flags] as const) });
