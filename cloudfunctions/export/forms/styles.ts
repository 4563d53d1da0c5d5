/** The styles of a form, and others made of them: what stands in a cell changes how a number is shown or a text is broken, never how the form looks. */
import { childOf, childrenOf, element, writeXml, type Element } from './xml';

export interface Change {
  /** `plain`: as the form shows numbers, but not as text or as a percentage. */
  readonly number?: 'percent' | 'whole' | 'plain';
  readonly wrap?: true;
  readonly bold?: true;
}
export interface Styles {
  /** The style like `base` with the change; `base` itself where it has it already. */
  readonly with: (base: number, change: Change) => number;
  /** Seen in an empty cell: it has an edge. */
  readonly shows: (style: number) => boolean;
  /** Points. */
  readonly size: (style: number) => number;
  readonly xml: () => string;
}

const percent = '0.0%';
/** Formats that every program has without being told. */
const builtIn = { general: 0, whole: 1, percent: [9, 10], text: 49, firstOwn: 164 } as const;

export const stylesOf = (sheet: Element): Styles => {
  const listed = (name: string, item: string) => childrenOf(childOf(sheet, name) ?? element(name), item);
  const [fonts, formats, looks] = [[...listed('fonts', 'font')], [...listed('numFmts', 'numFmt')], [...listed('cellXfs', 'xf')]];
  const borders = listed('borders', 'border');
  const made = new Map<string, number>();
  const look = (style: number): Element => looks[style] ?? looks[0] ?? element('xf');
  const fontOf = (style: number): Element => fonts[Number(look(style).attributes.fontId ?? 0)] ?? element('font');
  const codeOf = (id: number) => formats.find(({ attributes }) => Number(attributes.numFmtId) === id)?.attributes.formatCode ?? '';
  const isPercent = (id: number) => builtIn.percent.some((one) => one === id) || codeOf(id).includes('%');
  const own = (code: string): number => {
    const known = formats.find(({ attributes }) => attributes.formatCode === code);
    if (known) return Number(known.attributes.numFmtId);
    const id = Math.max(builtIn.firstOwn - 1, ...formats.map(({ attributes }) => Number(attributes.numFmtId))) + 1;
    formats.push(element('numFmt', { numFmtId: String(id), formatCode: code }));
    return id;
  };
  const formatFor = (base: number, wanted: Change['number']): number => {
    if (wanted === 'percent') return isPercent(base) ? base : own(percent);
    if (isPercent(base)) return wanted === 'whole' ? builtIn.whole : builtIn.general;
    if (base !== builtIn.general && base !== builtIn.text) return base;
    return wanted === 'whole' ? builtIn.whole : builtIn.general;
  };
  const changed = (base: Element, { number, wrap, bold }: Change): Element => {
    const attributes: Record<string, string> = { ...base.attributes };
    if (number) Object.assign(attributes, { numFmtId: String(formatFor(Number(base.attributes.numFmtId ?? 0), number)), applyNumberFormat: '1' });
    if (bold) {
      const font = fonts[Number(base.attributes.fontId ?? 0)] ?? element('font');
      Object.assign(attributes, { fontId: String(fonts.push(element('font', {}, [element('b'), ...childrenOf(font).filter(({ name }) => name !== 'b')])) - 1), applyFont: '1' });
    }
    if (!wrap) return element('xf', attributes, base.children);
    const alignment = childOf(base, 'alignment');
    return element('xf', { ...attributes, applyAlignment: '1' }, [element('alignment', { vertical: 'center', ...alignment?.attributes, wrapText: '1' }), ...childrenOf(base).filter(({ name }) => name !== 'alignment')]);
  };
  return {
    with: (base, change) => {
      const key = `${base} ${JSON.stringify(change)}`;
      const known = made.get(key);
      if (known !== undefined) return known;
      const wanted = writeXml(changed(look(base), change));
      const same = looks.findIndex((one) => writeXml(one) === wanted);
      const at = same >= 0 ? same : looks.push(changed(look(base), change)) - 1;
      made.set(key, at);
      return at;
    },
    shows: (style) => childrenOf(borders[Number(look(style).attributes.borderId ?? 0)] ?? element('border')).some(({ attributes }) => attributes.style !== undefined && attributes.style !== 'none'),
    size: (style) => Number(childOf(fontOf(style), 'sz')?.attributes.val ?? 11) || 11,
    xml: () => {
      const lists: Readonly<Record<string, readonly Element[]>> = { numFmts: formats, fonts, cellXfs: looks };
      const counted = (name: string) => element(name, { count: String(lists[name]!.length) }, lists[name]);
      const kept = childrenOf(sheet).filter(({ name }) => name !== 'numFmts' && name !== 'extLst').map((child) => (child.name in lists ? counted(child.name) : child));
      return writeXml(element('styleSheet', { xmlns: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main' }, [...(formats.length > 0 ? [counted('numFmts')] : []), ...kept]));
    },
  };
};
