/** The words of messages about 评价 and follows: title, text, and the page they lead to. */
type Body = Readonly<Record<string, string>>;
interface Said { readonly title: string; readonly text: string; readonly to?: { readonly page: string; readonly query?: Record<string, string | undefined> } }

const outletOf = (b: Body) => ({ page: '/packages/outlet/detail/index', query: { id: b.outlet } });
const mine = { page: '/packages/voice/mine/index' };
const follows = { page: '/packages/voice/follows/index' };

const fieldWords: Readonly<Record<string, string>> = { name: '店名', lng: '位置', lat: '位置', address: '地址', phone: '电话', hours: '营业时间', format: '业态', services: '兼营', cash: '收不收现金', step_free: '有没有台阶', seats: '座位', staffed: '有没有人' };
/** 电话、营业时间 */
export const changedFields = (fields: string | undefined): string => {
  const words = [...new Set((fields ?? '').split(',').map((field) => fieldWords[field]).filter((word) => word !== undefined))];
  return words.length === 0 ? '信息' : words.join('、');
};

export const voiceMessages: Readonly<Record<string, (body: Body) => Said>> = {
  review_new: (b) => ({ title: `有邻居说了说「${b.name}」`, text: '点开看看，您可以答复一次。', to: outletOf(b) }),
  review_passed: (b) => ({ title: `您对「${b.name}」的评价放出来了`, text: '邻居看得到了，谢谢您。', to: mine }),
  review_refused: (b) => ({ title: `您写的「${b.name}」没有放出来`, text: b.reason ?? '', to: mine }),
  review_undone: (b) => ({ title: `您写的「${b.name}」重新看`, text: '街道撤回了上一次的处理，看过再告诉您。', to: mine }),
  reply_undone: (b) => ({ title: `您在「${b.name}」的答复重新看`, text: '街道撤回了上一次的处理，看过再告诉您。', to: outletOf(b) }),
  complaint_undone: (b) => ({ title: '您反映的评价重新看', text: `「${b.name}」：街道撤回了上一次的处理，看过再告诉您。`, to: outletOf(b) }),
  review_answered: (b) => ({ title: `「${b.name}」答复了您`, text: '店家答复了您的评价。', to: outletOf(b) }),
  reply_passed: (b) => ({ title: `您的答复放出来了`, text: `在「${b.name}」的页面上。`, to: outletOf(b) }),
  reply_refused: (b) => ({ title: `您在「${b.name}」的答复没有放出来`, text: `${b.reason ?? ''}可以改好再答复。`, to: outletOf(b) }),
  complaint_kept: (b) => ({ title: `您反映的评价，街道看过了`, text: `「${b.name}」的这一条留着。批评不是撤下的理由，您可以答复。`, to: outletOf(b) }),
  complaint_upheld: (b) => ({ title: `您反映的评价撤下了`, text: `「${b.name}」：${b.reason ?? '街道核实过。'}`, to: outletOf(b) }),
  follow_opened: (b) => ({ title: `「${b.name}」上图了`, text: '您关注的这家，现在在地图上。', to: outletOf(b) }),
  follow_closed: (b) => ({ title: `「${b.name}」撤下了`, text: '您关注的这家，街道核实关了。', to: follows }),
  follow_merged: (b) => ({ title: `「${b.gone}」并到了「${b.name}」`, text: '街道核实是同一家，以后这一家有变化还告诉您。', to: outletOf(b) }),
  follow_changed: (b) => ({ title: `「${b.name}」有变化`, text: `改了${changedFields(b.fields)}，点开看看。`, to: outletOf(b) }),
  follow_format: (b) => ({
    title: `附近有${b.format}了：「${b.name}」`,
    text: `走路约 ${b.minutes} 分钟。${Number(b.count) > 1 ? `一共新上图 ${b.count} 家，这是最近的一家。` : ''}`, to: outletOf(b),
  }),
};
