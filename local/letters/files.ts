/** What making letters leaves behind: pages to print, a table for a printer's own template, and the list for the server. The first two hold the codes. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from '../config';
import { letterPages, linkOf, type LetterWords } from './print';
import type { MadeLetters } from './makeLetters';

export const letterFiles = { pages: 'letters.html', table: 'letters.csv', list: 'letter-list.json' } as const;

/** Never over older ones: whose letters are on their way can't be answered with other codes. */
export const writeLetters = (folder: string, { letters, list }: MadeLetters, words: LetterWords): void => {
  const there = Object.values(letterFiles).find((file) => existsSync(join(folder, file)));
  if (there) throw new StartError(`文件夹 ${folder} 里已经有 ${there}。信可能已经寄出，请另选一个文件夹。`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const secret = (file: string, content: string) => writeFileSync(join(folder, file), content, { mode: 0o600 });
  secret(letterFiles.pages, letterPages(letters, words));
  secret(letterFiles.table, csvOf([['社区代码', '社区', '户编号', '地址', '答卷码', '链接'], ...letters.map(({ household: { community, number, address }, code }) =>
    [community, words.communities.get(community) ?? '', number, address, code, linkOf(words.url, code)])]));
  writeFileSync(join(folder, letterFiles.list), `${JSON.stringify(list)}\n`);
};

/** A table as spreadsheets open it. */
export const csvOf = (rows: readonly (readonly string[])[]): string => `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;

/** A cell of a table: quoted where it must be, and never read as a formula. */
const cell = (text: string) => {
  const plain = /^[=+\-@]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replace(/"/g, '""')}"` : plain;
};
