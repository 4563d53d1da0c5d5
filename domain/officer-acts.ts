/**
 * What officers, the server's keeper and its clock did with their power, in words, by the codes of the audit log. The log has more: residents
 * and merchants write into it as well (`othersActs`), and what they did is not shown to the desk. A test holds every code to be in one of the two.
 */
export const officerActs: Readonly<Record<string, string>> = {
  'registration.approved': '通过了一个网点登记', 'registration.returned': '退回了一个网点登记', 'registration.undone': '撤回了对一个登记的处理',
  'claim.granted': '同意了一个认领', 'claim.refused': '没有同意一个认领', 'claim.undone': '撤回了对一个认领的处理',
  'correction.accepted': '采纳了居民的纠错', 'correction.refused': '没有采纳居民的纠错', 'correction.undone': '撤回了对纠错的处理',
  'photo.passed': '放出了一张照片', 'photo.refused': '没有放出一张照片',
  'text.passed': '放出了一段话', 'text.refused': '没有放出一段话', 'text.undone': '撤回了对一段话的处理',
  'remark.passed': '放出了一条居民留言', 'remark.refused': '没有放出一条居民留言',
  'outlet.confirmed': '确认了网点还在营业', 'outlet.edited': '改了网点的内容', 'outlet.handover_made': '给网点换主人，发了交接码',
  'visit.undone': '撤回了一次上门核实', 'edit.undone': '撤回了对网点的修改',
  'outlets.merged': '把两个网点合成一个', 'outlets.parted': '把合成的网点分开', 'outlets.apart': '认定两个网点不是同一家', 'outlets.apart_undone': '撤回了「不是同一家」',
  'outlets.exported': '导出了网点表', 'outlets.imported': '载入了一份网点名单', 'import.staged': '上传了一份普查名单', 'import.dropped': '放弃了一份普查名单',
  'visit.right': '上门核实：都对', 'visit.wrong': '上门核实：有不对的', 'visit.closed': '上门核实：已经关了',
  'witness.given': '做了社区见证', 'witness.renewed': '续了社区见证', 'witness.revoked': '撤销了社区见证',
  'inventory.checked': '清点：已核', 'inventory.partial': '清点：部分核了', 'inventory.unchecked': '清点：改为未核',
  'assist.made': '做了协助填写的链接', 'assist.revoked': '收回了协助填写的链接', 'poster.renewed': '换了海报的码',
  'figures.entered': '填了人口、面积这些数', 'task.noted': '记了任务进展',
  'circle.start': '生活圈开始建设', 'circle.finish': '生活圈建成', 'circle.accept': '生活圈通过验收',
  'circle.unstart': '生活圈退回「规划」', 'circle.unfinish': '生活圈退回「建设中」', 'circle.unaccept': '生活圈退回「已建成」',
  'project.made': '立了一个项目', 'project.changed': '改了一个项目', 'project.noted': '记了项目进展', 'project.start': '项目开始推进', 'project.finish': '项目完成', 'project.drop': '项目不做了', 'project.resume': '项目重新推进',
  'rule.staged': '上传了一份规则', 'rule.adopted': '启用了一份规则', 'rule.dropped': '放弃了一份规则',
  'snapshot.made': '存了一个快照', 'report.made': '第一次做出一张统计表、一份报告或验收资料', 'export.asked': '要了一份报告或验收资料', 'export.fetched': '取了一份报告或验收资料',
  'invite.made': '发了一个邀请码', 'invite.revoked': '收回了一个邀请码', 'invite.accepted': '用邀请码登记了身份', 'role.ended': '结束了一个人的身份',
  'round.added': '定了一轮问卷', 'round.purged': '到期删去了一轮的答卷内容', 'round.key_destroyed': '销毁了一轮的密钥', 'letters.loaded': '载入了抽样信的名单', 'letters.returned': '记了退回的信',
  'census.imported': '载入了人口表', 'communities.imported': '载入了社区表', 'callback.plan': '定了回访怎么抽', 'callback.draw': '载入了回访名单', 'callback.counts': '记了回访结果',
};

/** Of an act's detail, what may be told of what it was done to. `circle`: its name. */
export interface Told { readonly fields?: readonly string[]; readonly asOf?: string; readonly formats?: readonly string[]; readonly kind?: string; readonly version?: string; readonly circle?: string }
/** Codes → what they are called. */
export interface ActNames { readonly fields: ReadonlyMap<string, string>; readonly formats: ReadonlyMap<string, string>; readonly tasks: ReadonlyMap<string, string> }
interface Act { readonly action: string; readonly subject: string; /** Of the subject, where it has one. */ readonly name: string | null; readonly told: Told }

/** What it was done to, in words; null where that has no name, or none that may be shown. */
export const actSubject = ({ action, subject, name, told }: Act, { fields, formats, tasks }: ActNames): string | null => {
  const listed = (codes: readonly string[] = [], names: ReadonlyMap<string, string>) => codes.map((code) => names.get(code) ?? code).join('、');
  if (action === 'figures.entered') return `${name ?? subject}：${listed(told.fields, fields)}（${told.asOf ?? ''} 的数）`;
  if (action.startsWith('inventory.')) return `${name ?? subject}：${listed(told.formats, formats)}`;
  if (action === 'task.noted') return tasks.get(subject) ?? null;
  if (action.startsWith('rule.')) return [name ?? '', `${told.version ?? ''} 版`].filter(Boolean).join('，');
  if (action.startsWith('export.')) return `${told.kind === 'archive' ? `${told.circle ?? ''}验收资料` : '工作总结报告'}，快照「${name ?? ''}」`;
  if (action === 'outlets.exported' && subject === 'all') return '全区';
  return name;
};

/** Of residents and merchants: in the log, never on the desk's page. */
export const othersActs: ReadonlySet<string> = new Set([
  'registration.submitted', 'registration.corrected', 'claim.submitted', 'claim.corrected', 'claim.withdrawn', 'correction.reported', 'correction.withdrawn',
  'outlet.taken_over', 'follow.begun', 'review.written', 'review.changed', 'review.withdrawn', 'review.replied', 'review.complained',
]);
