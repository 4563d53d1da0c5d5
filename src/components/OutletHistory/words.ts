/** An outlet's history in words: who did what, and which statements it changed. Codes that this phone doesn't know yet are left general. */
const who: Readonly<Record<string, string>> = { owner: '店主', staff: '工作人员', residents: '居民', list: '普查名册', system: '系统' };
const what: Readonly<Record<string, string>> = {
  listed: '登记上图', changed: '改了信息', confirmed: '确认还在营业', doubted: '有人说关了', hidden: '多人说关了', closed: '撤下了', reopened: '恢复了',
  claimed: '核实了店主', handed_over: '换了店主', undone: '撤回了上一步', merged: '和同一家合并', absorbed: '并进了重复的一家', parted: '撤回了合并', verified: '上门核实', witnessed: '社区见证', witness_revoked: '收回了社区见证',
};
const fieldNames: Readonly<Record<string, string>> = {
  name: '店名', format: '业态', services: '兼营', community_code: '社区', address: '地址', lng: '位置', lat: '位置', phone: '电话', hours: '营业时间', credit_code: '执照', unlicensed_reason: '无照原因',
  dated: '节假日和停业', market_id: '所在市场', photos: '照片', chain: '连锁', cash: '收现金', step_free: '无台阶', seats: '有座', staffed: '人工服务', brand: '连锁',
};

/** 店主确认还在营业 · 工作人员改了信息（电话、营业时间） */
export const entryWords = ({ by, act, fields }: { readonly by: string; readonly act: string; readonly fields: readonly string[] }): string => {
  const names = [...new Set(fields.map((field) => fieldNames[field] ?? '').filter((name) => name !== ''))];
  return `${who[by] ?? '系统'}${what[act] ?? '改了信息'}${names.length > 0 && act === 'changed' ? `（${names.join('、')}）` : ''}`;
};
