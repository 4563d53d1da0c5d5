import { placeWords, reranked } from './reranked';

it.each([
  ['the first tap is the first wish', [], 'canteen', ['canteen']],
  ['the next one comes after it', ['canteen'], 'repair', ['canteen', 'repair']],
  ['a second tap takes it out, and the others move up', ['canteen', 'repair', 'parcel'], 'canteen', ['repair', 'parcel']],
  ['with three, a fourth changes nothing', ['canteen', 'repair', 'parcel'], 'leisure', ['canteen', 'repair', 'parcel']],
])('%s', (_, wishes, tapped, after) => expect(reranked(wishes, tapped, 3)).toEqual(after));

it('says each place in words', () => expect([0, 1, 2].map(placeWords)).toEqual(['第一想要', '第二想要', '第三想要']));
