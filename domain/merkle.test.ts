import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { append, emptyFrontier, inclusionPaths, leafHash, rootFromPath, rootOf, type Hash } from './merkle';

const sha256: Hash = (bytes) => createHash('sha256').update(bytes).digest();
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const leavesOf = (data: readonly Uint8Array[]) => data.map((one) => leafHash(sha256, one));
const root = (leaves: readonly Uint8Array[]) => hex(rootOf(sha256, append(sha256, emptyFrontier, leaves)));

// The eight inputs and roots of Certificate Transparency's own reference tests (RFC 6962 implementations share them).
const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map((text) => Buffer.from(text, 'hex'));
const roots = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

test('S1 S2 the reference trees of Certificate Transparency, and the root of nothing', () => {
  expect(root([])).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  for (const [i, expected] of roots.entries()) expect(root(leavesOf(inputs.slice(0, i + 1)))).toBe(expected);
});

const list = fc.array(fc.uint8Array({ maxLength: 6 }), { maxLength: 70 }).map(leavesOf);

test('S3 adding in any portions gives the same frontier; it has as many roots as the size has ones', () => {
  fc.assert(fc.property(list, fc.array(fc.nat(9), { maxLength: 12 }), (leaves, portions) => {
    let frontier = emptyFrontier;
    for (const size of [...portions, leaves.length]) frontier = append(sha256, frontier, leaves.slice(frontier.size, frontier.size + size));
    expect(frontier).toEqual(append(sha256, emptyFrontier, leaves));
    expect(frontier.roots).toHaveLength(leaves.length.toString(2).replace(/0/g, '').length);
  }));
});

test('S4 every leaf has a path to the root; another leaf, place, size or a changed path does not', () => {
  fc.assert(fc.property(list.filter(({ length }) => length > 0), fc.nat(), fc.nat(), (leaves, at, other) => {
    const index = at % leaves.length;
    const path = inclusionPaths(sha256, leaves).paths[index]!;
    const top = root(leaves);
    const leads = (leaf: Uint8Array, place: number, size: number, way: readonly Uint8Array[]) => {
      const found = rootFromPath(sha256, leaf, place, size, way);
      return found !== null && hex(found) === top;
    };
    expect(hex(inclusionPaths(sha256, leaves).root)).toBe(top);
    expect(leads(leaves[index]!, index, leaves.length, path)).toBe(true);
    expect(leads(sha256(leaves[index]!), index, leaves.length, path)).toBe(false);
    expect(leads(leaves[index]!, index, leaves.length, [...path, Buffer.from(top, 'hex')])).toBe(false);
    if (path.length > 0) {
      expect(leads(leaves[index]!, index, leaves.length, path.map((step, i) => (i === other % path.length ? sha256(step) : step)))).toBe(false);
      expect(leads(leaves[index]!, index, leaves.length, path.slice(1))).toBe(false);
    }
  }));
  expect(inclusionPaths(sha256, []).paths).toEqual([]);
  expect(rootFromPath(sha256, inputs[1]!, 3, 3, [])).toBeNull();
});
