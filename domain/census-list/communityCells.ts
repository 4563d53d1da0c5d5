/** Cells that every list of communities has: a code, a name, a number of people or of something else. */
import { foldText } from '../outlet-name';
import { damagedNumber, isDamagedNumber } from './cells';

/** Notes a fault and returns null: the cell has no value. */
export type RefuseCell = (reason: string) => null;

/** More than any community of China has; a slipped digit is likelier. */
const mostPeople = 200_000;

/** A community is known by its 12-digit code alone. `names`: code → name. */
export const communityCodeOf = (text: string, names: ReadonlyMap<string, unknown>, refuse: RefuseCell): string | null => {
  const code = text.normalize('NFKC').replace(/\s/g, '');
  if (code === '') return refuse('没有填');
  if (isDamagedNumber(code)) return refuse(damagedNumber);
  if (!/^\d{12}$/.test(code)) return refuse(`「${text}」不是 12 位的社区代码`);
  return names.has(code) ? code : refuse(`没有代码为 ${code} 的社区`);
};

/** 南苑社区, 南苑 and 东大街街道南苑社区 are the same. */
export const isNameOf = (typed: string, own: string): boolean => {
  const plain = foldText(typed).replace(/\s/g, '');
  return plain.endsWith(own) || plain === own.replace(/社区$/, '');
};

export interface NumberKind {
  readonly whole: boolean;
  /** What may stand behind the digits. */
  readonly units: readonly string[];
  /** What the sentence calls it: 不是人数. */
  readonly called: string;
}

/** Not negative. Digits of full width, a thousands separator and a unit behind are read; nothing is rounded. */
export const numberOfCell = (text: string, { whole, units, called }: NumberKind, refuse: RefuseCell): number | null => {
  const folded = text.normalize('NFKC').replace(/[\s,，]/g, '');
  const unit = units.find((one) => folded.endsWith(one));
  const plain = unit === undefined ? folded : folded.slice(0, -unit.length);
  if (isDamagedNumber(plain)) return refuse(damagedNumber);
  if (/^[-−–]\d+(\.\d+)?$/.test(plain)) return refuse(`「${text}」是负数`);
  if (whole && /^\d+\.\d*[1-9]\d*$/.test(plain)) return refuse(`「${text}」不是整数`);
  return (whole ? /^\d+(\.0+)?$/ : /^\d+(\.\d+)?$/).test(plain) ? Number(plain) : refuse(`「${text}」不是${called}`);
};

export const peopleOf = (text: string, least: 0 | 1, refuse: RefuseCell): number | null => {
  const people = numberOfCell(text, { whole: true, units: ['人', '户'], called: '人数' }, refuse);
  if (people === null) return null;
  if (people < least) return refuse(`「${text}」不是人数`);
  return people <= mostPeople ? people : refuse(`${people} 太多，像是多打了一位`);
};
