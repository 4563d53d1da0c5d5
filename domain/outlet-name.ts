/**
 * Names people type: which can be read aloud, and how two spellings of one meet in a search.
 *
 * S1 A readable name has at least one Han character, letter or digit.
 * S2 Emoji alone is not a name, nor is a keycap (a digit dressed as emoji), nor punctuation.
 * S3 Folding turns full width into half, capitals into small, runs of space into one, and trims.
 * S4 Folding twice changes nothing more.
 */
const keycap = /[0-9#*]\uFE0F?\u20E3/g;

/** Whether a name can be read aloud. */
export const isReadableName = (name: string): boolean => /[\p{L}\p{N}]/u.test(name.replace(keycap, ''));

/** The form under which text is searched. */
export const foldText = (text: string): string => text.normalize('NFKC').toLowerCase().normalize('NFKC').replace(/\s+/g, ' ').trim();
