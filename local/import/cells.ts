/** One cell of a census list: what it may say, and what is told where it says something else. Lengths are those of the contract. */
import * as v from 'valibot';
import { isCreditCode } from '../../domain/credit-code';
import { insideBox } from '../../domain/geometry';
import { readHoursText } from '../../domain/hours-text';
import { foldText, isReadableName } from '../../domain/outlet-name';
import { draft } from '../../types/contract/outlet';
import type { Fact, WeekHours } from '../../types/contract/shared';
import type { DivisionRules, FormatRules } from '../../types/rules';
import { gcj02 } from '../../types/units';
import type { Column } from './columns';

/** Notes a fault and returns null: the cell has no value. */
export type Refuse = (column: Column, reason: string) => null;
/** An optional cell: `value` null is “nothing typed”, which is not a fault. */
type Maybe<T> = { readonly value: T | null } | null;

const longestKey = 60;

/** What a spreadsheet makes of a long number in a column that is not text: its digits are gone. */
export const damagedNumber = '被表格软件改成了科学计数法，请把这一列设成文本再填';
export const isDamagedNumber = (text: string): boolean => /^\d(\.\d+)?E\+?\d+$/i.test(text.normalize('NFKC').trim());

const folded = (text: string) => foldText(text).replace(/\s/g, '');

export const cellReaders = ({ formats, divisions }: { formats: FormatRules; divisions: DivisionRules }) => {
  const formatCodes = new Map(formats.formats.flatMap(({ code, name }) => [[folded(name), code], [code, code]]));
  const serviceCodes = new Map(formats.services.flatMap(({ code, name }) => [[folded(name), code], [code, code]]));
  const communities = divisions.streets.flatMap((street) => street.communities.map(({ code, name }) => ({ code, names: [code, folded(name), folded(street.name + name)] })));
  return {
    key(text: string, refuse: Refuse): string | null {
      // a + is what a spreadsheet writes; 1E3 may be a number of somebody's own
      if (isDamagedNumber(text) && text.includes('+')) return refuse('key', damagedNumber);
      return text.length <= longestKey ? foldText(text) : refuse('key', `太长，最多 ${longestKey} 个字`);
    },

    name(text: string, refuse: Refuse): string | null {
      if (text === '') return refuse('name', '没有填');
      if (!isReadableName(text)) return refuse('name', '要有汉字、字母或数字');
      return v.is(draft.entries.name, text) ? text : refuse('name', '应是 2 到 40 个字');
    },

    format: (text: string, refuse: Refuse): string | null =>
      text === '' ? refuse('format', '没有填') : formatCodes.get(folded(text)) ?? refuse('format', `没有「${text}」这个业态`),

    services(text: string, refuse: Refuse): string[] | null {
      const named = text.split(/[、,，;；/\n]/).map(folded).filter((name) => name !== '');
      const unknown = named.filter((name) => !serviceCodes.has(name));
      if (unknown.length > 0) return refuse('services', `没有「${unknown.join('、')}」这项服务`);
      const codes = [...new Set(named.map((name) => serviceCodes.get(name)!))];
      return v.is(draft.entries.services, codes) ? codes : refuse('services', '最多 12 项');
    },

    community(text: string, refuse: Refuse): string | null {
      if (text === '') return refuse('community', '没有填');
      if (isDamagedNumber(text)) return refuse('community', damagedNumber);
      const found = communities.filter(({ names }) => names.includes(folded(text)));
      if (found.length > 1) return refuse('community', `有不止一个「${text}」，请在前面写上街道`);
      return found[0]?.code ?? refuse('community', `没有「${text}」这个社区`);
    },

    address: (text: string, refuse: Refuse): string | null =>
      text === '' ? refuse('address', '没有填') : v.is(draft.entries.address, text) ? text : refuse('address', '太长，最多 80 个字'),

    point(lngText: string, latText: string, refuse: Refuse): { lng: number; lat: number } | null {
      const lng = degrees('lng', lngText, refuse);
      const lat = degrees('lat', latText, refuse);
      if (lng === null || lat === null) return null;
      if (insideBox(gcj02(lng, lat), divisions.boundingBox)) return { lng, lat };
      return refuse('lng', insideBox(gcj02(lat, lng), divisions.boundingBox) ? '经度和纬度填反了' : `位置（${lng}, ${lat}）不在凉州城区范围内（范围待核）`);
    },

    phone(text: string, refuse: Refuse): Maybe<string> {
      const plain = text.normalize('NFKC').replace(/[‐–—−]/g, '-').replace(/\s/g, '');
      if (plain === '') return { value: null };
      if (isDamagedNumber(plain)) return refuse('phone', damagedNumber);
      return v.is(draft.entries.phone, plain) ? { value: plain } : refuse('phone', `「${text}」不是电话号码。手机写 11 位，座机写区号-号码，只写一个`);
    },

    hours(text: string, refuse: Refuse): Maybe<WeekHours> {
      const read = readHoursText(text);
      return read.ok ? { value: read.hours } : refuse('hours', hoursReason(read));
    },

    creditCode(text: string, refuse: Refuse): Maybe<string> {
      const code = text.normalize('NFKC').replace(/\s/g, '').toUpperCase();
      if (code === '') return { value: null };
      if (isCreditCode(code)) return { value: code };
      if (isDamagedNumber(code)) return refuse('creditCode', damagedNumber);
      // Excel keeps 15 digits of a number and writes zeros for the rest
      return refuse('creditCode', /^\d{16,}0{2,}$/.test(code) ? '像是被表格当成数字改过了。请把这一列设为文本后重新填写' : `「${text}」校验不对，应是 18 位，没有字母 I、O、S、V、Z`);
    },

    unlicensedReason: (text: string, refuse: Refuse): Maybe<string> =>
      text === '' ? { value: null } : v.is(draft.entries.unlicensedReason, text) ? { value: text } : refuse('unlicensedReason', '太长，最多 100 个字'),

    fact: (column: Column, text: string, refuse: Refuse): Fact | null => facts[text] ?? refuse(column, `「${text}」看不明白。请写 是 或 否，不清楚就空着`),
  };
};

const facts: Readonly<Partial<Record<string, Fact>>> = { 是: 'yes', 否: 'no', '': 'unknown', 未知: 'unknown', 不清楚: 'unknown' };

/** Six decimals are about 10 cm. */
const degrees = (column: 'lng' | 'lat', text: string, refuse: Refuse): number | null => {
  const plain = text.normalize('NFKC').replace(/[\s°]/g, '');
  if (plain === '') return refuse(column, '没有填');
  return /^\d{1,3}(\.\d+)?$/.test(plain) ? Math.round(Number(plain) * 1e6) / 1e6 : refuse(column, `「${text}」不是用小数写的度数`);
};

const hoursReason = ({ problem, part }: { problem: string; part: string }): string => ({
  hours_inverted: `「${part}」关门早于开门；过夜请写 18:00-次日02:00`,
  hours_overlap: `「${part}」同一天的时间有重叠`,
  day_twice: `「${part}」说的那天前面已经说过`,
  too_many: `「${part}」一天最多四段`,
}[problem] ?? `「${part}」看不明白。请照这样写：周一至周六 08:30-12:00 14:00-18:30；周日 休息`);
