/** A mini-program keeps no files for people: what is meant to be kept is copied. */
export const canSave = false;

export function saveText(_name: string, _text: string): void {}
