/** Class names that hold, in one string: `classes('a', on && 'b')`. */
export const classes = (...names: (string | false | null | undefined)[]): string => names.filter(Boolean).join(' ');
