/**
 * What is wrong in the form, a sentence for each field, before anything is sent. The same schema as the server's,
 * and the same rules of `domain/`, so that nothing comes back that could have been said here.
 */
import * as v from 'valibot';
import { isCreditCode } from '../../../../domain/credit-code';
import { problemsOfHours } from '../../../../domain/hours';
import { isReadableName } from '../../../../domain/outlet-name';
import { draft as draftSchema, type Draft } from '../../../../types/contract/merchant';
import { errorOf, type ApiError } from '../../../../types/errors';
import { problemOfDated } from './dated';
import { draftOf, type Form } from './form';

export const fields = ['name', 'format', 'services', 'community', 'point', 'address', 'phone', 'hours', 'dated', 'licence', 'photos', 'chain', 'facts'] as const;
export type Field = (typeof fields)[number];
export type Problems = Readonly<Partial<Record<Field, string>>>;

export const fieldNames: Readonly<Record<Field, string>> = {
  name: '店名', format: '业态', services: '还能办什么', community: '所在社区', point: '位置', address: '地址', phone: '电话', hours: '营业时间', dated: '节假日和特别的日子', licence: '执照', photos: '照片', chain: '连锁', facts: '方便老人',
};
const sentences: Readonly<Record<Field, string>> = {
  name: '店名要 2 到 40 个字。', format: '请选一个业态。', services: '最多选 12 项，请去掉一些。', community: '请选所在的社区。', point: '请放好图钉，邻居才找得到。',
  address: '请写地址，80 个字以内，比如「文庙路 12 号底商」。', phone: '电话号码不对，请写手机号或带区号的座机，比如 0935-2212345；也可以不填。',
  hours: '营业时间一天最多四段，请改一改。', dated: '节假日和特别的日子里有一处不对，请再看一遍。', licence: '请写 100 个字以内。', photos: '照片最多 6 张，请去掉一些。', chain: '牌子最多写 20 个字。', facts: '请重新选一下。',
};
const say = (code: ApiError['code']) => errorOf(code).say;

/** C1 Each field has one sentence at most; none at all means that the draft can be sent. */
export function problemsOf(form: Form): Problems {
  const draft = draftOf(form);
  const parsed = v.safeParse(draftSchema, draft);
  const wrong: Partial<Record<Field, string>> = {};
  for (const issue of parsed.issues ?? []) {
    const field = fieldOf(String(issue.path?.[0]?.key));
    if (field) wrong[field] ??= sentences[field];
  }
  if (draft.name && !isReadableName(draft.name)) wrong.name = say('name_unreadable');
  if (form.hoursKind === null) wrong.hours = '请选营业时间；不固定也可以。';
  const hours = draft.hours && !wrong.hours ? problemsOfHours(draft.hours) : null;
  if (hours) wrong.hours = hours === 'hours_inverted' ? '关门时间要晚于开门时间。过了半夜才关的，请点「开到第二天」。' : say(hours);
  const noFairs = form.hoursKind === 'fairs' && !draft.dated?.market?.days.length;
  if (noFairs) wrong.hours = '请选逢几是集。';
  wrong.dated = noFairs ? undefined : problemOfDated(draft.dated ?? undefined) ?? wrong.dated;
  wrong.licence ??= licenceProblem(form, draft.creditCode, draft.unlicensedReason);
  return Object.fromEntries(Object.entries(wrong).filter(([, sentence]) => sentence !== undefined));
}

/** C2 With a licence the code must hold by its check digits; without one a reason must be written. */
function licenceProblem(form: Form, creditCode: string | null, reason: string | null): string | undefined {
  if (form.licensed === null) return '请选有没有营业执照。';
  if (form.licensed) {
    if (creditCode === null) return '请填执照上的统一社会信用代码，18 位。';
    if (creditCode.length !== 18) return `代码是 18 位，现在是 ${creditCode.length} 位。请对照执照再看一遍。`;
    return isCreditCode(creditCode) ? undefined : say('credit_code_invalid');
  }
  return reason === null ? '请写一两句为什么没有执照，比如「修鞋摊，在小区门口摆了二十年」。' : undefined;
}

/** The draft as it is sent; call it only where `problemsOf` found nothing. */
export const soundDraft = (form: Form): Draft => v.parse(draftSchema, draftOf(form));

/** `draft.creditCode` of the server's error → the field of the form, or null. */
export function fieldOf(path: string | undefined): Field | null {
  const key = path?.replace(/^draft\./, '').split(/[.[]/)[0] ?? '';
  if (key === 'creditCode' || key === 'unlicensedReason') return 'licence';
  if (key === 'brand') return 'chain';
  if (key === 'market') return 'dated';
  return fields.find((field) => field === key) ?? null;
}
