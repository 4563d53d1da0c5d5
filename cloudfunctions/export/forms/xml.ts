/**
 * The XML of a sheet as a tree that can be changed and written again.
 *
 * S1 Only what belongs to the vocabulary of the root is kept, without prefixes: what programs add in vocabularies of their own goes.
 * S2 Nothing that a document declares for itself is followed; one that tries, or that is not well formed, is refused (`SheetFault`).
 */
import { SheetFault } from '../../../domain/census-list/table';
import { unreadable } from '../sheet/office';
import { escaped } from '../word/xml';

export interface Element { readonly name: string; readonly attributes: Readonly<Record<string, string>>; readonly children: readonly (Element | string)[] }
interface Open { readonly name: string; readonly kept: boolean; readonly attributes: Record<string, string>; readonly children: (Element | string)[] }

const token = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([A-Za-z_][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/y;
const attribute = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
/** Elements within each other; a sheet has five. */
const deepest = 40;

const unescaped = (text: string) => text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
  if (name !== undefined) return named[name] ?? whole;
  const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
});

export const element = (name: string, attributes: Element['attributes'] = {}, children: Element['children'] = []): Element => ({ name, attributes, children });

export const readXml = (text: string): Element => {
  const bad = () => new SheetFault(unreadable);
  const source = text.replace(/^\ufeff/, '').trim();
  const open: Open[] = [{ name: '', kept: true, attributes: {}, children: [] }];
  let prefix: string | null = null;
  token.lastIndex = 0;
  while (token.lastIndex < source.length) {
    const found = token.exec(source);
    if (!found) throw bad();
    const [, raw, closing, tag, attributes = '', empty, words] = found;
    const parent = open.at(-1)!;
    if (raw !== undefined) parent.children.push(raw);
    else if (words !== undefined) parent.children.push(unescaped(words));
    else if (tag !== undefined) {
      if (closing) {
        const [done] = open.splice(-1);
        if (open.length === 0 || done!.name !== tag) throw bad();
        if (done!.kept) open.at(-1)!.children.push(element(localOf(tag), done!.attributes, done!.children));
        continue;
      }
      prefix ??= prefixOf(tag);
      const kept = parent.kept && prefixOf(tag) === prefix;
      const own: Record<string, string> = {};
      for (const [, name = '', one, other] of attributes.matchAll(attribute)) if (!/^xmlns\b/.test(name) && (name === 'xml:space' || !name.includes(':'))) own[name] = unescaped(one ?? other ?? '');
      if (empty) { if (kept) parent.children.push(element(localOf(tag), own)); }
      else if (open.push({ name: tag, kept, attributes: own, children: [] }) > deepest) throw bad();
    }
  }
  const root = open[0]!.children.find((child): child is Element => typeof child !== 'string');
  if (open.length !== 1 || !root) throw bad();
  return root;
};
const prefixOf = (tag: string) => (tag.includes(':') ? tag.slice(0, tag.indexOf(':')) : '');
const localOf = (tag: string) => tag.slice(tag.indexOf(':') + 1);

export const writeXml = ({ name, attributes, children }: Element): string => {
  const head = `${name}${Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`).join('')}`;
  return children.length === 0 ? `<${head}/>` : `<${head}>${children.map((child) => (typeof child === 'string' ? escaped(child) : writeXml(child))).join('')}</${name}>`;
};

export const childrenOf = ({ children }: Element, name?: string): Element[] => children.filter((child): child is Element => typeof child !== 'string' && (name === undefined || child.name === name));
export const childOf = (parent: Element, name: string): Element | undefined => childrenOf(parent, name)[0];
export const textOf = ({ children }: Element): string => children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
