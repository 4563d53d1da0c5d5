import { toggled } from './toggled';

const options = [{ code: 'a' }, { code: 'b' }, { code: 'none', exclusive: true }];

describe('toggled', () => {
  it.each([
    ['adds', [], 'a', ['a']],
    ['adds after what was chosen', ['b'], 'a', ['b', 'a']],
    ['takes away', ['a', 'b'], 'a', ['b']],
    ['an exclusive answer clears the others', ['a', 'b'], 'none', ['none']],
    ['another answer clears the exclusive one', ['none'], 'b', ['b']],
    ['an exclusive answer can be taken back', ['none'], 'none', []],
  ])('%s', (_, chosen, code, after) => {
    expect(toggled(chosen, code, options)).toEqual(after);
  });
});
