import fc from 'fast-check';
import { foldText, isReadableName } from './outlet-name';

describe('outlet names', () => {
  test.each(['老李修鞋', 'A1', '7-11', '24', '😀面馆', '牛肉面🍜'])('S1 %s is readable', (name) => expect(isReadableName(name)).toBe(true));

  test.each(['', '   ', '😀😀', '🍜', '1️⃣2️⃣', '#️⃣', '!!——', '❤️', '\u200b\u200b'])('S2 %j is not', (name) => expect(isReadableName(name)).toBe(false));

  test.each([
    ['\uff21\uff22\uff23便利店', 'abc便利店'],
    ['  老李\u3000 修鞋 ', '老李 修鞋'],
    ['\uff12\uff14小时', '24小时'],
  ])('S3 %j folds to %j', (text, folded) => expect(foldText(text)).toBe(folded));

  test('S4 folding twice changes nothing more', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => expect(foldText(foldText(text))).toBe(foldText(text))), { numRuns: 2000 });
  });
});
