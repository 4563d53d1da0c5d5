/**
 * What one release sees of one source: its blocks as they stand now, their rows, and the places that are made of them. The rules are
 * those of release.ts and disclosure.ts.
 */
import type { Source } from '../types/contract/shared';
import type { Cell } from '../types/contract/results';
import type { CensusTable } from '../types/rules';
import { rowsOf, sumOf, type Block, type Count } from './disclosure';
import { addUp, asCell, type Detail, type PublishedBlock, type ReleaseCount } from './release-count';
import type { Frame } from './weights';

export interface ReleasePlaces {
  readonly circles: readonly { readonly id: string; readonly name: string; readonly communities: readonly string[] }[];
  readonly district: { readonly id: string; readonly name: string };
  /** Every community that is asked. */
  readonly names: ReadonlyMap<string, string>;
}
export interface ReleaseInput {
  readonly count: ReleaseCount;
  /** The round's; answers of another one are published too, where there are any. */
  readonly source: Source;
  readonly places: ReleasePlaces;
  readonly census: CensusTable | null;
  /** Whom the answers of these communities were drawn from; null where nobody knows. */
  readonly frame?: (communities: readonly string[]) => Frame | null;
  /** When the list up to a position was sealed, and the seal that this release is cut at. */
  readonly sealedAt: (position: number) => string;
  readonly at: string;
  /** By kind and id of the place, `circle dongdajie`. */
  readonly letters?: ReadonlyMap<string, NonNullable<Cell['letters']>>;
}
/** A block as this release publishes it. */
export interface State extends PublishedBlock {
  readonly block: Block;
  readonly renewed: boolean;
}
export interface Row { readonly id: string; readonly name: string; readonly communities: readonly string[] }
export interface Place {
  readonly kind: 'circle' | 'district';
  readonly id: string;
  readonly name: string;
  /** All, answered or not. */
  readonly communities: readonly string[];
  readonly states: readonly State[];
  /** The ids of `states`. */
  readonly blocks: readonly string[];
  readonly without: readonly string[];
}
/** One source of one release. */
export interface Scene extends ReleaseInput {
  readonly source: Source;
  readonly states: ReadonlyMap<string, State>;
  readonly rows: ReadonlyMap<string, readonly Row[]>;
  /** Of the blocks that stand where the list stands. */
  readonly details: readonly Detail[];
  /** The published sets that an answer is in whatever else is published. */
  whereIs(detail: Detail): Whereabouts;
}
interface Whereabouts { readonly block: string; readonly row: string; readonly batch: string }

export function sceneOf(input: ReleaseInput, source: Source): Scene {
  const { blocks, kind, method } = input.count.input;
  const states = new Map(blocks.flatMap((block) => {
    const state = stateOf(input, block, source);
    return state ? [[block.id, state] as const] : [];
  }));
  const rows = new Map([...states].flatMap(([id, { block, renewed }]) => (kind === 'final' && renewed ? [[id, rowsOfBlock(input, block, source, method.smallestCell)] as const] : [])));
  const renewed = new Map([...states.values()].filter((state) => state.renewed).flatMap((state) => state.block.communities.map((code) => [code, state] as const)));
  const rowOf = new Map([...rows].flatMap(([id, of]) => of.flatMap((row) => row.communities.map((code) => [code, `${id} ${row.id}`] as const))));
  return {
    ...input, source, states, rows, details: input.count.details(source).filter(({ community }) => renewed.has(community)),
    whereIs: ({ community, batch }) => {
      const { id } = renewed.get(community)!;
      return { block: id, row: rowOf.get(community) ?? id, batch: `${id} ${batch}` };
    },
  };
}

/** S4 of disclosure.ts: where a block stands now, or as it stood, or null while it never had enough. */
function stateOf({ count, sealedAt, at }: ReleaseInput, block: Block, source: Source): State | null {
  const { kind, previous, method } = count.input;
  const before = previous.find((one) => one.id === block.id && one.source === source);
  const batches = block.communities.map((code) => count.batchesOf(code, source));
  const came = sumOf(batches.map((of) => asCell(of[of.length - 1]!)));
  if (came.scored < method.smallestCell) return before ? { ...before, block, renewed: false } : null;
  const cut = count.reached(block.id, source)!;
  return {
    id: block.id, source, block, renewed: true, cuts: [...count.cutsOf(block.id, source), cut],
    at: kind === 'final' ? at : sealedAt(cut), count: addUp(batches.flat().map(({ gone: _, ...kept }) => kept)),
  };
}

/** S5 of disclosure.ts: the communities of a block that stand alone, and 其他. */
function rowsOfBlock({ count, places }: ReleaseInput, block: Block, source: Source, smallestCell: number): Row[] {
  const cells = new Map(block.communities.map((code) => [code, count.batchesOf(code, source).map(asCell)]));
  const { alone, others } = rowsOf(cells, smallestCell);
  const asked = others.some((code) => sumOf(cells.get(code)!).n > 0);
  return [
    ...alone.map((code) => ({ id: code, name: places.names.get(code)!, communities: [code] })),
    ...(alone.length > 0 && asked ? [{ id: `other:${block.id || places.district.id}`, name: '其他社区', communities: others }] : []),
  ];
}

export function placesOf({ places, states, count }: Scene): Place[] {
  const { blocks } = count.input;
  const place = (kind: Place['kind'], id: string, name: string, of: readonly Block[]): Place => {
    const here = of.flatMap((block) => states.get(block.id) ?? []);
    const missing = of.filter((block) => !states.has(block.id)).flatMap(({ communities }) => communities.map((code) => places.names.get(code)!));
    return { kind, id, name, communities: of.flatMap(({ communities }) => communities), states: here, blocks: here.map((state) => state.id), without: missing };
  };
  return [
    ...places.circles.map(({ id, name }) => place('circle', id, name, blocks.filter(({ circles }) => circles.includes(id)))),
    place('district', places.district.id, places.district.name, blocks),
  ];
}

export const isIn = ({ states }: Place, { community }: Detail) => states.some(({ block }) => block.communities.includes(community));

export const countDetails = (details: readonly Detail[]): Count & { readonly satisfied: number } =>
  details.reduce((sum, { n, scored, satisfied }) => ({ n: sum.n + n, scored: sum.scored + scored, satisfied: sum.satisfied + satisfied }), { n: 0, scored: 0, satisfied: 0 });

export const detailsIn = ({ details }: Scene, place: Place) => details.filter((detail) => isIn(place, detail));
