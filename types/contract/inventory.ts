/** What was checked, by community and format, and numbers about the inventory itself. Function `desk`. */
import * as v from 'valibot';
import * as s from './shared';

export const checkState = v.picklist(['checked', 'partial', 'unchecked']);
const place = v.strictObject({ code: v.string(), name: v.string() });
const formatCode = s.shortText(40);

export const inventoryCell = v.strictObject({
  format: formatCode,
  state: checkState,
  /** 要复核 */
  due: v.boolean(),
  /** 有 · 没有 · 还不知道 */
  finding: v.picklist(['there', 'gap', 'unknown']),
  listed: s.count,
  verified: s.count,
  /** Who looked, as what, and when; null: nobody. */
  mark: v.nullable(v.strictObject({ role: s.deskRole, mine: v.boolean(), at: s.instantText, note: v.nullable(v.string()) })),
});
export const inventory = {
  /** The district names a street; an officer of one street need not. */
  input: v.strictObject({ street: v.optional(s.streetCode) }),
  output: v.strictObject({
    streets: v.array(place),
    street: place,
    rule: v.strictObject({ recheckDays: s.count, status: v.string() }),
    groups: v.array(v.strictObject({ name: v.string(), formats: v.array(place) })),
    rows: v.array(v.strictObject({ community: place, cells: v.array(inventoryCell) })),
  }),
};
/** Marks formats of one community. `sending`, made by the phone once: the same again is one mark. */
export const checkInventory = {
  input: v.strictObject({
    sending: s.uuid, community: s.communityCode, formats: v.pipe(v.array(formatCode), v.minLength(1), v.maxLength(60)), state: checkState, note: v.nullable(s.shortText(100)),
  }),
  output: v.strictObject({ marked: s.count }),
};

const figure = v.strictObject({ share: v.nullable(s.share), yes: s.count, n: s.count, unknown: s.count });
const figures = v.strictObject({ fresh: figure, listed: figure, chain: figure });
const line = v.strictObject({ code: v.string(), name: v.string(), figures });
const checked = v.strictObject({ cells: s.count, of: s.count });
export const indicators = {
  input: v.strictObject({ street: v.optional(s.streetCode) }),
  output: v.strictObject({
    asOf: s.instantText,
    definitions: v.array(v.strictObject({ code: v.picklist(['fresh', 'listed', 'chain']), name: v.string(), formula: v.string(), source: v.string(), unit: v.literal('%') })),
    /** Of the rule that says how many days count as fresh. */
    status: v.string(),
    /** Of all that is asked for. */
    whole: figures,
    /** Each with its cells of the inventory where 已核 holds. */
    streets: v.array(v.strictObject({ ...line.entries, checked })),
    formats: v.array(line),
    /** Cells of the inventory where 已核 holds, of all: how far one may trust that the list is whole. */
    checked,
    demo: v.boolean(),
  }),
};

export type Inventory = v.InferOutput<typeof inventory.output>;
export type InventoryCell = v.InferOutput<typeof inventoryCell>;
export type CheckStateName = v.InferOutput<typeof checkState>;
export type Indicators = v.InferOutput<typeof indicators.output>;
