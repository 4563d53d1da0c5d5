/** The statements by which an administrator lets each function log in as its own role. Printed, never run: a password may stand in no file of ours. */
import { databaseRoles } from '../../database/handle';

export const loginStatements = (): string[] => [
  '-- 由数据库管理员执行。每个云函数一个登录名，只有它自己那点权限。',
  '-- 请把每处「请换成随机口令」换成不同的随机口令（32 个字符以上），不要写进文件，也不要重复使用。',
  '-- 在 psql 里还可以只写 login，再用 \\password 角色名 设置：口令不会留在命令历史和数据库日志里。',
  ...Object.values(databaseRoles).map((role) => `alter role ${role} with login password '请换成随机口令';`),
];
