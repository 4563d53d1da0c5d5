/** Cells that every list of communities has: a code, a number of people. */
import { damagedNumber, isDamagedNumber } from '../../domain/census-list/cells';

/** Notes a fault and returns null: the cell has no value. */
type RefuseCell = (reason: string) => null;

/** More than any community of China has; a slipped digit is likelier. */
const mostPeople = 200_000;

/** A community is known by its 12-digit code alone. `names`: code → name. */
export const communityCodeOf = (text: string, names: ReadonlyMap<string, string>, refuse: RefuseCell): string | null => {
  const code = text.normalize('NFKC').replace(/\s/g, '');
  if (code === '') return refuse('没有填');
  if (isDamagedNumber(code)) return refuse(damagedNumber);
  if (!/^\d{12}$/.test(code)) return refuse(`「${text}」不是 12 位的社区代码`);
  return names.has(code) ? code : refuse(`没有代码为 ${code} 的社区`);
};

/** Digits of full width, a thousands separator and 人 or 户 behind are read; nothing is rounded. */
export const peopleOf = (text: string, least: 0 | 1, refuse: RefuseCell): number | null => {
  const plain = text.normalize('NFKC').replace(/[\s,，]/g, '').replace(/[人户]$/, '');
  if (isDamagedNumber(plain)) return refuse(damagedNumber);
  if (/^[-−–]\d+(\.\d+)?$/.test(plain)) return refuse(`「${text}」是负数`);
  if (/^\d+\.\d*[1-9]\d*$/.test(plain)) return refuse(`「${text}」不是整数`);
  const people = Number(plain);
  if (!/^\d+(\.0+)?$/.test(plain) || people < least) return refuse(`「${text}」不是人数`);
  return people <= mostPeople ? people : refuse(`${people} 太多，像是多打了一位`);
};
