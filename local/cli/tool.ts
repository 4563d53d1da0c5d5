/** The frame of every command-line tool: one kind sentence when it can't be done, exit code 1, no stack. */
import { resolve } from 'node:path';
import { MigrationError } from '../../database/migrate';
import { RuleChanged } from '../../database/seed';
import { StartError } from '../config';

export const say = (line: string) => console.log(line);

/** A path as the person typed it: npm runs a script in the project's folder, wherever she was. */
export const typedPath = (path: string): string => resolve(process.env.INIT_CWD ?? '', path);

/** Runs a tool and ends the process: nothing that is still open may keep the terminal waiting. */
export const runTool = (work: () => Promise<boolean>): void => {
  work().then(
    (done) => process.exit(done ? 0 : 1),
    (error: Error) => {
      console.error(sentenceOf(error));
      process.exit(1);
    },
  );
};

const sentenceOf = (error: Error): string => {
  if (error instanceof StartError) return error.message;
  if (error instanceof MigrationError) return `数据库与这个版本的程序不合：${error.message}。请用原来的版本，或先更新程序。`;
  if (error instanceof RuleChanged) return `规则文件有误：${error.message}`;
  return `没有做成：${error.message.split('\n')[0] ?? ''}。可以再试一次；还不行，请把这一行发给维护的人。`;
};

/** `--name value` and bare words. Throws on anything unknown, naming what is known. */
export const readArguments = (args: readonly string[], options: { values?: readonly string[]; flags?: readonly string[] }, usage: string) => {
  const { values = [], flags = [] } = options;
  const words: string[] = [];
  const given = new Map<string, string>();
  for (let i = 0; i < args.length; i += 1) {
    const arg = args[i]!;
    const [, name = '', inline] = /^--([^=]+)(?:=(.*))?$/.exec(arg) ?? [];
    if (name === '') words.push(arg);
    else if (flags.includes(name) && inline === undefined) given.set(name, 'yes');
    else if (values.includes(name)) {
      const value = inline ?? args[i += 1];
      if (value === undefined || value.startsWith('--')) throw new StartError(`--${name} 后面要写内容。用法：${usage}`);
      given.set(name, value);
    } else throw new StartError(`不认识的参数 ${arg}。用法：${usage}`);
  }
  return { words, given };
};
