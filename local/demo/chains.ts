/** Which outlets of the demonstration belong to a chain. The brands are invented; of a part of the outlets it is not known, as in a real list. */
import type { OutletFields } from '../../types/outletFields';
import type { Chance } from './random';

interface Chains { readonly share: number; readonly brands: readonly string[] }
const chains: ReadonlyMap<string, Chains> = new Map([
  ['convenience-store', { share: 0.35, brands: ['示例邻里便利', '示例好邻居'] }],
  ['supermarket', { share: 0.5, brands: ['示例万家'] }],
  ['greengrocer', { share: 0.15, brands: ['示例鲜站'] }],
  ['pharmacy', { share: 0.6, brands: ['示例康民大药房', '示例同心药房'] }],
  ['breakfast', { share: 0.05, brands: ['示例早点坊'] }],
  ['laundry', { share: 0.3, brands: ['示例洁净'] }],
  ['parcel', { share: 0.7, brands: ['示例驿站'] }],
]);
/** Nobody asked them yet. */
const unasked = 0.2;

export const chainOf = (chance: Chance, format: string): Required<Pick<OutletFields, 'chain' | 'brand'>> => {
  if (chance.happens(unasked)) return { chain: 'unknown', brand: null };
  const { share, brands } = chains.get(format) ?? { share: 0, brands: [] };
  return chance.happens(share) ? { chain: 'chain', brand: chance.pick(brands) } : { chain: 'independent', brand: null };
};
