/**
 * While a merchant types: what is already on the map and may be hers. Only what anybody can read there goes back. A licence's
 * code is not public: it is compared with what she typed herself, a whole valid code and nothing less; that another outlet
 * has another code, or any, is not said and changes nothing. Of registrations that wait nothing is public: only that somebody's is much like hers.
 */
import { isCreditCode } from '../../domain/credit-code';
import { similarOutlets } from '../../database/similarOutlets';
import { similarRegistrations } from '../../database/similarRegistrations';
import { gcj02 } from '../../types/units';
import type { Action } from '../runtime/action';
import { duplicateRules } from '../runtime/duplicateRules';
import { formatRules } from '../runtime/rules';

const most = 3;

export const duplicates: Action<'outlet.duplicates'> = {
  transaction: false,
  async handle({ name = null, point = null, address = null, phone = null, creditCode = null, except = null }, context) {
    const rules = await duplicateRules(context);
    const { formats } = await formatRules(context);
    const entry = { name, point: point && gcj02(point.lng, point.lat), address, phone, creditCode: creditCode !== null && isCreditCode(creditCode) ? creditCode : null };
    const told = { ...rules, creditCode: { ...rules.creditCode, different: 0 } };
    const found = await similarOutlets(context.db, entry, told, { except });
    const waiting = except === null && (await similarRegistrations(context.db, entry, told)).some(({ registration, level }) => registration.applicant !== context.caller.person && level !== 'possible');
    return {
      items: found.slice(0, most).map(({ outlet, level, reasons, metres }) => ({
        id: outlet.id, name: outlet.name, format: formats.find(({ code }) => code === outlet.format)?.name ?? '其他', address: outlet.address, metres,
        level: level === 'no' ? 'possible' : level,
        reasons: reasons.filter(({ points }) => points > 0).map(({ words }) => words),
        demo: outlet.demo,
      })),
      ...(waiting ? { waiting } : {}),
      status: rules.status,
    };
  },
};
