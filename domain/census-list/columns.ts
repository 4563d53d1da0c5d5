/** The columns of a census list of outlets. The order in the file is free. */
export const columns = {
  id: '系统编号',
  key: '编号',
  name: '网点名称',
  format: '业态',
  services: '搭载服务',
  community: '所属社区',
  address: '地址',
  lng: '经度',
  lat: '纬度',
  system: '坐标系',
  phone: '电话',
  hours: '营业时间',
  creditCode: '统一社会信用代码',
  unlicensedReason: '无照原因',
  chain: '连锁',
  brand: '品牌',
  cash: '收现金',
  stepFree: '无台阶',
  seats: '有座',
  staffed: '人工服务',
} as const;
export type Column = keyof typeof columns;

export const requiredColumns: readonly Column[] = ['name', 'format', 'community', 'address', 'lng', 'lat'];

/** How positions are measured, and what people call it. */
export const systems = { gcj02: '火星坐标（GCJ-02）', wgs84: 'GPS 坐标（WGS-84）', bd09: '百度坐标（BD-09）' } as const;
export type CoordinateSystem = keyof typeof systems;

export const chainWords = { chain: '连锁', independent: '独立', unknown: '不清楚' } as const;

/**
 * A text that a spreadsheet could take for a formula gets a ' in front when it is written, and loses one when it is read: it comes
 * back as it was, and nowhere is it worked out. Wherever the list goes from here (.csv, another program), it stays a text.
 */
const formulaLike = /^'*[=+\-@＝＋－＠]/;
export const asPlainText = (text: string): string => (formulaLike.test(text) ? `'${text}` : text);
export const fromPlainText = (text: string): string => (text.startsWith("'") && formulaLike.test(text) ? text.slice(1) : text);
