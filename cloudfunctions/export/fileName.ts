/** What people typed as a part of a file's name: without what some system can't have in one. */
// eslint-disable-next-line no-control-regex
export const asFileName = (text: string): string => text.replace(/[\\/:*?"<>|\u0000-\u001f]/g, '-').replace(/^\.+/, '').trim().slice(0, 60) || '没有名字';
