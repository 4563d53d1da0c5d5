/** Where every number comes from: of each figure that the report names, how it is made, and where in the system it stands. */
import { definitionOf, shortName, type ReportGiven } from '../given';
import { refsOf, say, words, type Block, type Spans } from '../blocks';

export const origins = (given: ReportGiven, blocks: readonly Block[]): Block[] => {
  const refs = refsOf(blocks);
  const codes = [...new Set(refs.map(({ code }) => code))];
  const nameOf = (kind: string, id: string) => shortName(given.sheet.places.find((place) => place.kind === kind && place.id === id)?.name ?? id);
  return [
    { kind: 'heading', level: 1, text: '数字出处' },
    say('点地方的名字，打开系统里这个数的说明：值、怎么算、用哪一版规则。要用专班的身份登录。'),
    {
      kind: 'table', headings: ['数', '怎么算', '来源', '在系统里打开'], widths: [4, 7, 4, 6],
      rows: codes.map((code) => {
        const { name, formula, source, filter } = definitionOf(given, code);
        const links = refs.filter((ref) => ref.code === code).flatMap((ref, i): Spans => [...(i === 0 ? [] : [{ text: '、' }]), { text: nameOf(ref.kind, ref.id), link: given.linkOf(ref) }]);
        return [words(name), words(filter === '' ? formula : `${formula}（${filter}）`), words(source), links];
      }),
    },
  ];
};
