/** The environment of a deployed function, checked once. Missing values stop the function; none has a default that could be guessed. */
import * as v from 'valibot';
import { shortestSecret } from './secrets';

const shape = v.object({
  LZ_SECRET: v.pipe(v.string(), v.minLength(shortestSecret)),
  LZ_HOTLINE: v.pipe(v.string(), v.minLength(3)),
  LZ_PUBLIC_URL: v.pipe(v.string(), v.url()),
  /** `disable` only where the database is reached over a private network. */
  PGSSLMODE: v.optional(v.picklist(['disable', 'require', 'verify-full']), 'require'),
});

export const cloudSettings = (environment: NodeJS.ProcessEnv) => {
  const parsed = v.safeParse(shape, environment);
  if (!parsed.success) {
    const names = [...new Set(parsed.issues.map((issue) => issue.path?.[0]?.key).filter(Boolean))].join(', ');
    throw new Error(`missing or wrong environment variables: ${names}`);
  }
  const { LZ_SECRET, LZ_HOTLINE, LZ_PUBLIC_URL, PGSSLMODE } = parsed.output;
  return {
    secret: LZ_SECRET,
    hotline: LZ_HOTLINE,
    publicUrl: LZ_PUBLIC_URL.replace(/\/+$/, ''),
    databaseTls: PGSSLMODE === 'disable' ? (false as const) : { rejectUnauthorized: PGSSLMODE === 'verify-full' },
  };
};
