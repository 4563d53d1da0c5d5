/** Set at build time from the environment variable of the same name; empty: the default environment. */
declare const LZ_CLOUD_ENV: string;
