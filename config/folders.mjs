/**
 * Which folder may import which: the table of docs/architecture.md as data. The lint rule is made from it,
 * so the table and the code can't drift apart. Tests beside sources are free of it.
 */
export const mayImport = {
  src: ['types', 'domain'],
  cloudfunctions: ['types', 'domain', 'rules', 'database'],
  domain: ['types'],
  rules: ['types'],
  types: [],
  database: ['types', 'domain', 'rules'],
  local: ['types', 'domain', 'rules', 'database', 'cloudfunctions'],
  config: [],
};
/** Deployed apart, so they share nothing but `runtime`. */
export const functions = ['survey', 'outlet', 'desk', 'export', 'clock', 'voice'];

const folders = Object.keys(mayImport);
const zone = (target, from) => ({ target: `./${target}`, from: `./${from}`, message: `${target}/ may not import ${from}/: see config/folders.mjs` });

/** Zones for `import/no-restricted-paths`. */
export const zones = [
  ...folders.flatMap((target) => [...folders, 'test'].filter((from) => from !== target && !mayImport[target].includes(from)).map((from) => zone(target, from))),
  ...functions.flatMap((target) => functions.filter((from) => from !== target).map((from) => zone(`cloudfunctions/${target}`, `cloudfunctions/${from}`))),
];
