import { matching } from './matching';

const streets = [
  { name: '东大街街道', communities: [{ name: '南苑社区' }, { name: '大众社区' }] },
  { name: '荣华街街道', communities: [{ name: '荣华社区' }, { name: '惠泽社区' }] },
];
const names = (text: string) => matching(streets, text).flatMap(({ communities }) => communities.map(({ name }) => name));

describe('finding a community by its name', () => {
  it.each([
    ['nothing written: all', '  ', ['南苑社区', '大众社区', '荣华社区', '惠泽社区']],
    ['a part of the name', '南', ['南苑社区']],
    ['the whole name', '南苑社区', ['南苑社区']],
    ['a street: all its communities', '东大街街道', ['南苑社区', '大众社区']],
    ['a name that is street and community', '荣华', ['荣华社区', '惠泽社区']],
    ['nothing like it', '<script>', []],
  ])('%s', (_, text, expected) => expect(names(text)).toEqual(expected));
});
