/** The columns of a census list of outlets. The order in the file is free. */
export const columns = {
  key: '编号',
  name: '网点名称',
  format: '业态',
  services: '搭载服务',
  community: '所属社区',
  address: '地址',
  lng: '经度',
  lat: '纬度',
  phone: '电话',
  hours: '营业时间',
  creditCode: '统一社会信用代码',
  unlicensedReason: '无照原因',
  cash: '收现金',
  stepFree: '无台阶',
  seats: '有座',
  staffed: '人工服务',
} as const;
export type Column = keyof typeof columns;

export const requiredColumns: readonly Column[] = ['name', 'format', 'community', 'address', 'lng', 'lat'];
