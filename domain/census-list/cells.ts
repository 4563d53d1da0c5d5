/** One cell of a census list: what it may say, and what is told where it says something else. Lengths are those of the contract. */
import * as v from 'valibot';
import { isCreditCode } from '../credit-code';
import { insideBox } from '../geometry';
import { readHoursText, type HoursProblem } from '../hours-text';
import { foldText, isReadableName } from '../outlet-name';
import { draft } from '../../types/contract/merchant';
import { uuid, type DatedHours, type Fact, type WeekHours } from '../../types/contract/shared';
import type { DivisionRules, FormatRules } from '../../types/rules';
import type { Chain } from '../../types/outletFields';
import { gcj02 } from '../../types/units';
import { chainWords, systems, type Column, type CoordinateSystem } from './columns';
import { convert } from './suspicion';

/** Notes a fault and returns null: the cell has no value. */
export type Refuse = (column: Column, reason: string) => null;
/** An optional cell: `value` null is “nothing typed”, which is not a fault. */
type Maybe<T> = { readonly value: T | null } | null;

const longestKey = 60;
const longestBrand = 20;

/** What a spreadsheet makes of a long number in a column that is not text: its digits are gone. */
export const damagedNumber = '被表格软件改成了科学计数法，请把这一列设成文本再填';
export const isDamagedNumber = (text: string): boolean => /^\d(\.\d+)?E\+?\d+$/i.test(text.normalize('NFKC').trim());

const folded = (text: string) => foldText(text).replace(/\s/g, '');

export const cellReaders = ({ formats, divisions }: { formats: FormatRules; divisions: DivisionRules }) => {
  const formatCodes = new Map(formats.formats.flatMap(({ code, name }) => [[folded(name), code], [code, code]]));
  const serviceCodes = new Map(formats.services.flatMap(({ code, name }) => [[folded(name), code], [code, code]]));
  const communities = divisions.streets.flatMap((street) => street.communities.map(({ code, name }) => ({ code, names: [code, folded(name), folded(street.name + name)] })));
  const hoursRead = new Map<string, ReturnType<typeof readHoursText>>();
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
      const name = folded(text);
      const found = communities.filter(({ names }) => names.includes(name));
      if (found.length > 1) return refuse('community', `有不止一个「${text}」，请在前面写上街道`);
      return found[0]?.code ?? refuse('community', `没有「${text}」这个社区`);
    },

    address: (text: string, refuse: Refuse): string | null =>
      text === '' ? refuse('address', '没有填') : v.is(draft.entries.address, text) ? text : refuse('address', '太长，最多 80 个字'),

    id(text: string, refuse: Refuse): string | null {
      const id = text.trim().toLowerCase();
      return id === '' || v.is(uuid, id) ? id : refuse('id', `「${text}」不是系统编号。它是导出时写上的，请不要改；新的网点请空着`);
    },

    system(text: string, refuse: Refuse): CoordinateSystem | '' | null {
      const plain = text.normalize('NFKC').toLowerCase().replace(/[\s_-]/g, '');
      if (plain === '') return '';
      const found = systemNames.find(([, pattern]) => pattern.test(plain));
      return found?.[0] ?? refuse('system', `没有「${text}」这种坐标系。请写 ${Object.values(systems).join('、')} 里的一种`);
    },

    /** Degrees in `system` → GCJ-02. */
    point(lngText: string, latText: string, refuse: Refuse, system: CoordinateSystem = 'gcj02'): { lng: number; lat: number } | null {
      const lng = degrees('lng', lngText, refuse);
      const lat = degrees('lat', latText, refuse);
      if (lng === null || lat === null) return null;
      const inside = (point: { lng: number; lat: number }) => insideBox(gcj02(point.lng, point.lat), divisions.boundingBox);
      const here = system === 'gcj02' ? { lng, lat } : rounded(convert(system, { lng, lat }));
      if (inside(here)) return here;
      const turned = convert(system, { lng: lat, lat: lng });
      return refuse('lng', inside(turned) ? '经度和纬度填反了' : `位置（${lng}, ${lat}）不在凉州城区范围内（范围待核）`);
    },

    phone(text: string, refuse: Refuse): Maybe<string> {
      const plain = text.normalize('NFKC').replace(/[‐–—−]/g, '-').replace(/\s/g, '');
      if (plain === '') return { value: null };
      if (isDamagedNumber(plain)) return refuse('phone', damagedNumber);
      return v.is(draft.entries.phone, plain) ? { value: plain } : refuse('phone', `「${text}」不是电话号码。手机写 11 位，座机写区号-号码，只写一个`);
    },

    /** The week, and what it can't say. */
    hours(text: string, refuse: Refuse): { readonly value: WeekHours | null; readonly dated: DatedHours | null } | null {
      if (/^\d*\.\d+$|^\d{5}$/.test(text)) return refuse('hours', `「${text}」是一个数，像是时间被表格软件改过了。请把这一列设成文本再填`);
      // a thousand shops write the same few hours
      const read = hoursRead.get(text) ?? readHoursText(text);
      hoursRead.set(text, read);
      return read.ok ? { value: read.hours, dated: read.dated } : refuse('hours', hoursReason(read));
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

    chain(text: string, refuse: Refuse): Chain | null {
      const plain = text.normalize('NFKC').replace(/\s/g, '');
      return chains[plain] ?? refuse('chain', `「${text}」看不明白。请写 连锁 或 独立，不清楚就空着`);
    },

    /** `chain` null: the cell before has its own fault. */
    brand(text: string, chain: Chain | null, refuse: Refuse): Maybe<string> {
      if (text === '') return { value: null };
      if (text.length > longestBrand) return refuse('brand', `太长，最多 ${longestBrand} 个字`);
      return chain === null || chain === 'chain' ? { value: text } : refuse('brand', '写了品牌，「连锁」一列也要写 连锁');
    },

    fact: (column: Column, text: string, refuse: Refuse): Fact | null => facts[text] ?? refuse(column, `「${text}」看不明白。请写 是 或 否，不清楚就空着`),
  };
};

const chains: Readonly<Partial<Record<string, Chain>>> = { [chainWords.chain]: 'chain', [chainWords.independent]: 'independent', [chainWords.unknown]: 'unknown', '': 'unknown', 是: 'chain', 否: 'independent', 未知: 'unknown' };
const systemNames: readonly (readonly [CoordinateSystem, RegExp])[] = [['gcj02', /gcj|火星|国测局|腾讯|高德/], ['wgs84', /wgs|gps|^84$/], ['bd09', /bd|百度/]];

const facts: Readonly<Partial<Record<string, Fact>>> = { 是: 'yes', 否: 'no', '': 'unknown', 未知: 'unknown', 不清楚: 'unknown' };

/** Six decimals are about 10 cm. */
export const sixDecimals = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;
const rounded = ({ lng, lat }: { readonly lng: number; readonly lat: number }) => ({ lng: sixDecimals(lng), lat: sixDecimals(lat) });

const degrees = (column: 'lng' | 'lat', text: string, refuse: Refuse): number | null => {
  const plain = text.normalize('NFKC').replace(/[\s°]/g, '');
  if (plain === '') return refuse(column, '没有填');
  return /^\d{1,3}(\.\d+)?$/.test(plain) ? sixDecimals(Number(plain)) : refuse(column, `「${text}」不是用小数写的度数`);
};

const hoursReason = ({ problem, part }: { problem: HoursProblem; part: string }): string => ({
  hours_inverted: `「${part}」关门早于开门；过夜请写 18:00-次日02:00，下午和晚上请写 14:00 或 下午2点`,
  hours_overlap: `「${part}」同一天的时间有重叠`,
  day_twice: `「${part}」说的那天前面已经说过`,
  too_many: `「${part}」一天最多四段`,
  seasons: `「${part}」按季节或月份分的时间还存不下。请写现在这一季的，换季时再改`,
  vague: `「${part}」说的是大概的时间。请写准几点开、几点关；说不准就写 不固定`,
  which_calendar: `「${part}」没有说是农历还是公历。请写成 逢农历三、六、九 或 逢公历3、6、9`,
  market_days: `「${part}」逢集的日子不对：农历最多到三十，公历最多到 31 日，同一天写一次`,
  closed_year: `「${part}」停业请写明年月日，如 暂停营业到2026年12月3日（装修）`,
  closed_days: `「${part}」停业的日期不对`,
  unreadable: `「${part}」看不明白。请照这样写：周一至周六 08:30-12:00 14:00-18:30；周日 休息；法定节假日 休息`,
}[problem]);
