/**
 * Merkle trees in the form of RFC 6962 (Certificate Transparency), section 2.1. The hash comes in as an argument.
 *
 * S1 A leaf's hash is H(0x00 ‖ data), a node's H(0x01 ‖ left ‖ right); the root of nothing is H of nothing.
 * S2 The left side of n leaves holds the largest power of two below n.
 * S3 A frontier holds the roots of the whole subtrees at the tree's edge, largest first: as many as n has ones in binary.
 *    Adding leaves to it gives the root of all leaves, without the earlier ones.
 * S4 An inclusion path proves one leaf at one place under one root, and nothing else.
 */
export type Hash = (bytes: Uint8Array) => Uint8Array;

/** The edge of a tree of `size` leaves. */
export interface Frontier {
  readonly size: number;
  readonly roots: readonly Uint8Array[];
}

export const emptyFrontier: Frontier = { size: 0, roots: [] };

/** H(0x00 ‖ data). */
export const leafHash = (hash: Hash, data: Uint8Array): Uint8Array => {
  const bytes = new Uint8Array(1 + data.length);
  bytes.set(data, 1);
  return hash(bytes);
};

const nodeHash = (hash: Hash, left: Uint8Array, right: Uint8Array): Uint8Array => {
  const bytes = new Uint8Array(1 + left.length + right.length);
  bytes[0] = 1;
  bytes.set(left, 1);
  bytes.set(right, 1 + left.length);
  return hash(bytes);
};

/** The frontier with these leaf hashes added in order. */
export const append = (hash: Hash, { size, roots }: Frontier, leaves: Iterable<Uint8Array>): Frontier => {
  const edge = [...roots];
  let n = size;
  for (const leaf of leaves) {
    let subtree = leaf;
    // two subtrees of one size make the next larger: as when counting up in binary
    for (let carry = n; carry % 2 === 1; carry = (carry - 1) / 2) subtree = nodeHash(hash, edge.pop()!, subtree);
    edge.push(subtree);
    n += 1;
  }
  return { size: n, roots: edge };
};

/** The root of all leaves of a frontier. */
export const rootOf = (hash: Hash, { roots }: Frontier): Uint8Array =>
  roots.length === 0 ? hash(new Uint8Array(0)) : [...roots].reverse().reduce((right, left) => nodeHash(hash, left, right));

const split = (n: number): number => {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
};

/** The root of all `leaves`, and the path of each to it, nearest first. */
export function inclusionPaths(hash: Hash, leaves: readonly Uint8Array[]): { readonly root: Uint8Array; readonly paths: Uint8Array[][] } {
  if (leaves.length <= 1) return { root: leaves[0] ?? hash(new Uint8Array(0)), paths: leaves.map(() => []) };
  const k = split(leaves.length);
  const [left, right] = [inclusionPaths(hash, leaves.slice(0, k)), inclusionPaths(hash, leaves.slice(k))];
  return { root: nodeHash(hash, left.root, right.root), paths: [...left.paths.map((path) => [...path, right.root]), ...right.paths.map((path) => [...path, left.root])] };
}

/** The root that a leaf at `index` of `size` has with this path, or null where the path does not fit such a place. */
export function rootFromPath(hash: Hash, leaf: Uint8Array, index: number, size: number, path: readonly Uint8Array[]): Uint8Array | null {
  if (!(Number.isInteger(index) && Number.isInteger(size) && index >= 0 && index < size)) return null;
  if (size === 1) return path.length === 0 ? leaf : null;
  const sibling = path[path.length - 1];
  if (sibling === undefined) return null;
  const k = split(size);
  const rest = path.slice(0, -1);
  const own = index < k ? rootFromPath(hash, leaf, index, k, rest) : rootFromPath(hash, leaf, index - k, size - k, rest);
  return own && (index < k ? nodeHash(hash, own, sibling) : nodeHash(hash, sibling, own));
}
