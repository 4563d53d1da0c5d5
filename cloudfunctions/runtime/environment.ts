/** The environment of a deployed function, checked once. Missing values stop the function; none has a default that could be guessed. */
import * as v from 'valibot';
import { readOversight } from '../../domain/pressure';
import { shortestSecret } from './secrets';

/** 32 bytes, hexadecimal. */
const keyShape = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/), v.transform((text) => Buffer.from(text, 'hex')));

/** Round → key. */
export const roundKeysShape = v.record(v.string(), v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)));

/** A template of WeChat's and what its fields are called in it. */
export const pushTemplateShape = v.strictObject({ id: v.pipe(v.string(), v.regex(/^[\w-]{10,64}$/)), what: v.pipe(v.string(), v.regex(/^thing\d{1,3}$/)), when: v.pipe(v.string(), v.regex(/^(time|date)\d{1,3}$/)) });
export type PushTemplate = v.InferOutput<typeof pushTemplateShape>;

const shape = v.object({
  LZ_SECRET: v.pipe(v.string(), v.minLength(shortestSecret)),
  LZ_HOTLINE: v.pipe(v.string(), v.minLength(3)),
  /** 「武威市商务局 0935-1234567」: who receives 「有人要求我怎么填」; without it the page says that nobody was named. */
  LZ_OVERSIGHT: v.optional(v.pipe(v.string(), v.check((text) => readOversight(text) !== undefined))),
  LZ_PUBLIC_URL: v.pipe(v.string(), v.url()),
  /** {"round": "64 hexadecimal digits"}: the keys of the rounds that take answers, for `survey` alone; removed when a round is over. */
  LZ_ROUND_KEYS: v.optional(v.pipe(v.string(), v.parseJson(), roundKeysShape), '{}'),
  /** One for each function that has to do with residents' texts (`npm run remark-keys`): `survey` can't do without, `clock` and `desk` leave the texts closed. */
  LZ_REMARK_PUBLIC_KEY: v.optional(keyShape),
  LZ_REMARK_KEY: v.optional(keyShape),
  LZ_REMARK_DESK_KEY: v.optional(keyShape),
  /** {"id": template, "what": "thing1", "when": "time2"}: WeChat's subscription message and its two fields, for `voice` and `clock`; without it nothing is pushed. */
  LZ_PUSH_TEMPLATE: v.optional(v.pipe(v.string(), v.parseJson(), pushTemplateShape)),
  /** `disable` only where the database is reached over a private network. */
  PGSSLMODE: v.optional(v.picklist(['disable', 'require', 'verify-full']), 'require'),
});

export const cloudSettings = (environment: NodeJS.ProcessEnv) => {
  const parsed = v.safeParse(shape, environment);
  if (!parsed.success) {
    const names = [...new Set(parsed.issues.map((issue) => issue.path?.[0]?.key).filter(Boolean))].join(', ');
    throw new Error(`missing or wrong environment variables: ${names}`);
  }
  const { LZ_SECRET, LZ_HOTLINE, LZ_OVERSIGHT, LZ_PUBLIC_URL, LZ_ROUND_KEYS, LZ_REMARK_PUBLIC_KEY, LZ_REMARK_KEY, LZ_REMARK_DESK_KEY, LZ_PUSH_TEMPLATE, PGSSLMODE } = parsed.output;
  return {
    secret: LZ_SECRET,
    roundKeys: LZ_ROUND_KEYS,
    remarks: { publicKey: LZ_REMARK_PUBLIC_KEY ?? null, key: LZ_REMARK_KEY ?? null, deskKey: LZ_REMARK_DESK_KEY ?? null },
    pushTemplate: LZ_PUSH_TEMPLATE ?? null,
    hotline: LZ_HOTLINE,
    oversight: readOversight(LZ_OVERSIGHT) ?? null,
    publicUrl: LZ_PUBLIC_URL.replace(/\/+$/, ''),
    databaseTls: PGSSLMODE === 'disable' ? (false as const) : { rejectUnauthorized: PGSSLMODE === 'verify-full' },
  };
};
