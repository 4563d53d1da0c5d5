/** How the columns of a list look when we write it: their order, what must be filled in, how wide. */
import { columns, requiredColumns, type Column } from '../../domain/census-list/columns';

export const order: readonly Column[] = [
  'id', 'key', 'name', 'format', 'services', 'community', 'address', 'lng', 'lat', 'system', 'phone', 'hours', 'creditCode', 'unlicensedReason', 'chain', 'brand', 'cash', 'stepFree', 'seats', 'staffed',
];
const notes: Partial<Record<Column, string>> = { id: '(导出时写上的，不要改)', key: '(建议填)', services: '(顿号隔开)', system: '(空着是火星坐标)', chain: '(连锁/独立)', cash: '(是/否)', stepFree: '(是/否)', seats: '(是/否)', staffed: '(是/否)' };
export const headingsShown = order.map((column) => `${columns[column]}${requiredColumns.includes(column) ? '*' : ''}${notes[column] ?? ''}`);
const wide: Partial<Record<Column, number>> = { id: 22, name: 24, address: 28, hours: 32, services: 24, creditCode: 22, unlicensedReason: 20, community: 16 };
export const widths = order.map((column) => wide[column] ?? 13);
