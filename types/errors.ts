/**
 * The error catalogue: every way a call can fail, who failed, whether trying again can help, and one
 * plain sentence that ends with the next step. The phone shows `say` as it stands; nothing of the
 * inside (SQL, stack, path) ever reaches it. Codes are stable: a page of last month knows them.
 */
export type Blame = '网络' | '平台' | '输入' | '权限' | '状态' | '限流';

interface Entry {
  readonly who: Blame;
  readonly retry: boolean;
  readonly say: string;
}

export const catalogue = {
  // 网络: made on the phone, the call never came back
  offline: { who: '网络', retry: true, say: '手机现在没有网络。连上网后再点一次，已填的内容都在。' },
  timeout: { who: '网络', retry: true, say: '网络有点慢，没有等到回音。请再点一次，不会重复提交。' },
  // 平台: our fault
  internal: { who: '平台', retry: true, say: '系统出了点问题，不是您的操作有误。请稍后再试，或拨打服务电话。' },
  database_unavailable: { who: '平台', retry: true, say: '系统正在恢复，请过一会儿再试。已填的内容都在。' },
  contract_retired: { who: '平台', retry: false, say: '您用的版本太旧了。请关闭后重新打开，已填的内容都在。' },
  unknown_action: { who: '平台', retry: false, say: '这个功能现在不能用。请关闭后重新打开再试。' },
  // 输入
  malformed_request: { who: '输入', retry: false, say: '发送的内容不完整。请返回重新打开这一页。' },
  missing_field: { who: '输入', retry: false, say: '有一项没有填。请补上再提交。' },
  unexpected_field: { who: '输入', retry: false, say: '发送的内容里有多余的一项。请返回重新打开这一页。' },
  wrong_type: { who: '输入', retry: false, say: '有一项填写的格式不对。请改一改再提交。' },
  text_too_long: { who: '输入', retry: false, say: '有一项写得太长。请缩短一些再提交。' },
  value_invalid: { who: '输入', retry: false, say: '有一项填得不对。请改一改再提交。' },
  too_large: { who: '输入', retry: false, say: '内容太大，没有发送。请删去一些再试。' },
  name_unreadable: { who: '输入', retry: false, say: '店名里要有汉字、字母或数字。请改一改再提交。' },
  pin_outside_district: { who: '输入', retry: false, say: '这个位置不在凉州城区范围内（范围待核）。请重新选位置。' },
  hours_inverted: { who: '输入', retry: false, say: '营业时间有误：关门时间要晚于开门时间。请改一改再提交。' },
  hours_overlap: { who: '输入', retry: false, say: '同一天的营业时间有重叠。请改一改再提交。' },
  market_days: { who: '输入', retry: false, say: '逢集的日子有误：农历最多到三十，公历最多到 31 日，同一天写一次。请改一改再提交。' },
  closed_days: { who: '输入', retry: false, say: '停业的日期有误：恢复营业要在停业开始以后。请改一改再提交。' },
  credit_code_invalid: { who: '输入', retry: false, say: '统一社会信用代码不对，请对照执照再看一遍（18 位，没有字母 I、O、S、V、Z）。' },
  licence_or_reason: { who: '输入', retry: false, say: '请填写统一社会信用代码；没有执照的小修小补，请写明原因。' },
  unknown_format: { who: '输入', retry: false, say: '没有这个业态。请从列表里选一个。' },
  unknown_place: { who: '输入', retry: false, say: '没有找到这个社区或生活圈。请从列表里选一个。' },
  origin_unknown: { who: '输入', retry: false, say: '这个社区的位置还没有录入。请自己选一个出发点。' },
  answers_incomplete: { who: '输入', retry: false, say: '还有题目没有答。请看看标出来的题目。' },
  answers_invalid: { who: '输入', retry: false, say: '有一道题的选项不对。请返回改一改再提交。' },
  unknown_questionnaire: { who: '输入', retry: false, say: '问卷已经更新。请重新打开问卷，已填的内容会尽量保留。' },
  ticket_invalid: { who: '输入', retry: false, say: '这份问卷的开始凭证不对。请重新打开问卷，已填的内容都在。' },
  remark_risky: { who: '输入', retry: false, say: '最后一题里写的话没有通过微信的内容检查。请改一改，或者删掉，再提交；别的答案都在。' },
  review_risky: { who: '输入', retry: false, say: '写的话没有通过微信的内容检查。请改一改，或者删掉，再提交；选好的都在。' },
  review_empty: { who: '输入', retry: false, say: '还没有选，也没有写。请至少选一项，或写一句话。' },
  minutes_unknown: { who: '输入', retry: false, say: '没有这个步行时间。请从列表里选一个。' },
  photo_not_image: { who: '输入', retry: false, say: '这不是照片。请选一张手机拍的照片。' },
  photo_too_large: { who: '输入', retry: false, say: '这张照片太大，没有收下。请关闭后重新打开再传一次，或换一张。' },
  photo_dimensions: { who: '输入', retry: false, say: '这张照片的尺寸不合适：太小看不清，或者太大。请重新拍一张。' },
  photo_broken: { who: '输入', retry: false, say: '这张照片不完整，打不开。请重新拍一张，或换一张。' },
  photo_unknown: { who: '输入', retry: false, say: '有一张照片没有传上来，或者已经不在了。请把它去掉，重新添一张。' },
  photo_refused: { who: '输入', retry: false, say: '有一张照片没有通过，不能再用。请把它去掉，换一张。' },
  reason_required: { who: '输入', retry: false, say: '退回时请写明原因，让对方知道怎么改。' },
  number_out_of_range: { who: '输入', retry: false, say: '有一个数不合常理：太大，或者应该是整数。请看看标出来的那一项。' },
  part_above_whole: { who: '输入', retry: false, say: '60 岁以上人口比常住人口还多。请核对这两个数。' },
  day_ahead: { who: '输入', retry: false, say: '数的日期在今天以后。请改成它是哪一天的数。' },
  newer_stands: { who: '输入', retry: false, say: '「{name}」现在用的是 {day} 的数，比您写的日子新，所以没有存。请核对日期；要是现在的数不对，请先把它清空保存，再填您的。' },
  name_taken: { who: '输入', retry: false, say: '已经有一个快照叫这个名字。请换一个名字。' },
  // 权限
  session_required: { who: '权限', retry: false, say: '没有认出您的身份。请关闭后重新打开。' },
  role_required: { who: '权限', retry: false, say: '这一页只给工作人员用。如果您是工作人员，请先用邀请码登记。' },
  role_ended: { who: '权限', retry: false, say: '您的工作人员身份已经结束，不能再用这一页。弄错了的话，请联系区商务局专班。' },
  out_of_scope: { who: '权限', retry: false, say: '这不在您负责的街道内。请联系区商务局专班。' },
  handover_unknown: { who: '权限', retry: false, say: '没有这个交接码。请对照再看一遍，或请给您的人重新做一个。' },
  handover_used: { who: '权限', retry: false, say: '这个交接码已经用过。如果不是您用的，请马上拨打服务电话。' },
  handover_expired: { who: '权限', retry: false, say: '这个交接码已经失效。请给您的人重新做一个。' },
  invite_unknown: { who: '权限', retry: false, say: '邀请码不对。请核对，或请发码的人重新发一个。' },
  invite_expired: { who: '权限', retry: false, say: '邀请码已过期。请发码的人重新发一个。' },
  invite_used: { who: '权限', retry: false, say: '邀请码已经用过。如果不是您用的，请马上告诉发码的人。' },
  invite_revoked: { who: '权限', retry: false, say: '邀请码已被收回。请联系发码的人。' },
  invite_other_side: { who: '权限', retry: false, say: '上级监督单位和街道、区里的工作人员不能是同一个人。请换一位同事登记。' },
  own_photo: { who: '权限', retry: false, say: '不能审自己传的照片。请让同事来审。' },
  own_registration: { who: '权限', retry: false, say: '不能审核自己登记的网点。请让同事来审核。' },
  own_case: { who: '权限', retry: false, say: '这件事和您自己有关，不能由您处理。请让同事来处理。' },
  own_outlet: { who: '权限', retry: false, say: '这是您自己的店，不能给自己评价。邻居写的，您可以答复一次。' },
  not_yours: { who: '权限', retry: false, say: '这不是您登记的网点。请回到「我的」看看。' },
  // 状态
  round_closed: { who: '状态', retry: false, say: '这一轮问卷已经结束，不再收答卷。您填的内容还在手机上。' },
  round_not_open: { who: '状态', retry: false, say: '现在没有正在进行的问卷。下一轮开始时请再来。' },
  already_answered: { who: '状态', retry: false, say: '您已答过。每人每轮一份，谢谢您。' },
  round_paused: { who: '平台', retry: true, say: '这一轮暂时不能收答卷，不是您的操作有误。您填的内容在手机上，请过一会儿再试，或拨打服务电话。' },
  letter_unknown: { who: '输入', retry: false, say: '没有这个答卷码。请对照信再看一遍；还是不行，请拨打服务电话。' },
  letter_elsewhere: { who: '输入', retry: false, say: '这个答卷码不是这个社区、这一轮的。请重新打开信上的链接，已填的内容都在。' },
  assist_unknown: { who: '权限', retry: false, say: '这个协助链接不对，或者已经收回。请向街道专干要一个新的。' },
  assist_spent: { who: '限流', retry: false, say: '这个协助链接的份数已经用完。请向街道专干要一个新的，已填的内容都在。' },
  assist_filler: { who: '输入', retry: false, say: '您在用协助链接填写，「谁在填写」请选「社区工作人员协助填写」。' },
  withdraw_unknown: { who: '输入', retry: false, say: '没有找到这份答卷。请核对撤回码，一个字母也不能错。' },
  withdraw_too_late: { who: '状态', retry: false, say: '这一轮已经结束，结果已定，不能再撤回了。' },
  not_withdrawn: { who: '状态', retry: false, say: '原来那份答卷还没有撤回。请先撤回，再重新填。' },
  photos_paused: { who: '平台', retry: true, say: '照片现在存不下来，不是您的操作有误。请过一会儿再传；不带照片也可以先提交。' },
  photo_gone: { who: '状态', retry: false, say: '这张照片的内容已经删除，不能再改。请刷新看看。' },
  pressure_paused: { who: '平台', retry: true, say: '现在暂时记不下来，不是您的操作有误。请过一会儿再点，或直接打电话。' },
  pressure_closed: { who: '状态', retry: false, say: '这一轮已经结束，这里不再收了。有人要求过您怎么填，请直接打电话。' },
  not_eligible: { who: '状态', retry: false, say: '这份问卷请 18 岁以上的居民填写。谢谢您的关心。' },
  import_over: { who: '状态', retry: false, say: '这张名单已经载入或放弃了，不能再改。请看「导入记录」，或重新上传。' },
  import_stale: { who: '状态', retry: false, say: '比对以后，网点又有了变化，所以什么也没有载入。请点「重新比对」，再看一遍。' },
  import_has_faults: { who: '状态', retry: false, say: '名单里还有读不了的行，所以一行也没有载入。请照下面写的改好表格，再上传一次。' },
  import_undecided: { who: '状态', retry: false, say: '还有和现在不一样的网点没有定。请一家一家选，或一次全选，再载入。' },
  entries_changed: { who: '状态', retry: false, say: '您看过以后，又有人填了表里的数，所以一个数也没有填进去。请看看现在的差别，再填。' },
  export_too_long: { who: '状态', retry: false, say: '网点太多，一张表放不下。请一个街道一个街道地导出。' },
  milestones_open: { who: '状态', retry: false, say: '还有里程碑没有完成，项目不能结束。请先把完成的记上，或者改项目，去掉不做的。' },
  milestone_past: { who: '输入', retry: false, say: '新加的里程碑，日子要在今天或今天以后。请改一改日子，再保存。' },
  milestone_done: { who: '状态', retry: false, say: '已经完成的里程碑不能去掉。请把它留着。' },
  project_changed: { who: '状态', retry: false, say: '您打开以后，这个项目又有人改过。请刷新看看现在的样子，再改。' },
  export_not_made: { who: '状态', retry: true, say: '这个文件还没有做好。请等进度走完再取。' },
  not_found: { who: '状态', retry: false, say: '没有找到，可能已经撤下。请返回列表再看看。' },
  decided_already: { who: '状态', retry: false, say: '这一条刚刚已被处理。请刷新看最新结果。' },
  remark_closed: { who: '状态', retry: false, say: '这一条现在打不开：服务器上没有打开它的密钥。请联系管服务器的人。' },
  claimed_already: { who: '状态', retry: false, say: '这已经是您的网点了。请到「我的网点」看看。' },
  claim_waiting: { who: '状态', retry: false, say: '您已经认领过这家，正在等核实。请到「我的网点」看看。' },
  reviewed_already: { who: '状态', retry: false, say: '这半年您已经评过这家了。请到「我的评价」里改，或先撤回。' },
  review_fixed: { who: '状态', retry: false, say: '这一条已经不能改：店家答复过了，或者那半年已经过去。可以撤回。' },
  review_changed: { who: '状态', retry: false, say: '这一条刚刚改过。请刷新后再看一遍。' },
  replied_already: { who: '状态', retry: false, say: '您已经答复过这一条，每条只能答复一次。' },
  complained_already: { who: '状态', retry: false, say: '您已经反映过这一条。请等街道看过。' },
  followed_already: { who: '状态', retry: false, say: '您已经关注了。可以到「我的」里的「我关注的」看看。' },
  reported_already: { who: '状态', retry: false, say: '您已经反映过这一点，正在等核实。请到「我反映的」看看。' },
  outlet_closed: { who: '状态', retry: false, say: '这个网点已经撤下。要重新上图，请找街道或拨打服务电话。' },
  dispute_open: { who: '状态', retry: false, say: '另一方还在补材料，期限没有到。请等期限过了再决定。' },
  merge_waits: { who: '状态', retry: false, say: '这两家里有一家，有人在等着认领或者改信息。请先在待办里处理完，再合并。' },
  undo_late: { who: '状态', retry: false, say: '过了可以撤回的期限。请重新处理一次。' },
  undo_changed: { who: '状态', retry: false, say: '这个网点后来又改过，不能直接撤回。请打开网点重新处理。' },
  visited_meanwhile: { who: '状态', retry: false, say: '您打开单子以后，同事已经处理过这家，您的这一条没有记上。看到的不一样的话，请重新取一次单子再记。' },
  outlet_changed: { who: '状态', retry: false, say: '您打开以后，这个网点又有人改过。请重新打开看看现在的样子，再改。' },
  nothing_changed: { who: '输入', retry: false, say: '和现在的内容一样，没有要改的。' },
  visit_note_missing: { who: '输入', retry: false, say: '请写一句哪里不对，回来好改。' },
  witness_photo_missing: { who: '输入', retry: false, say: '社区见证要有一张上门拍的照片。请拍一张再交。' },
  witness_needless: { who: '输入', retry: false, say: '有执照的、或者上门时有不对的，不用写见证。' },
  witness_none: { who: '状态', retry: false, say: '没有正在有效的见证，可能已经到期或撤回。' },
  reason_unknown: { who: '输入', retry: false, say: '没有这个理由。请从列表里选一个。' },
  registration_changed: { who: '状态', retry: false, say: '对方刚刚又改了内容。请刷新后再审核。' },
  not_editable: { who: '状态', retry: false, say: '正在审核，暂时不能改。请等审核结果。' },
  too_many_sessions: { who: '限流', retry: true, say: '这个网络里新打开的人太多了。请过几分钟再试，或换手机流量打开。' },
  too_many_photos: { who: '限流', retry: false, say: '今天传的照片太多了。请明天再传；不带照片也可以先提交。' },
  too_many_reviews: { who: '限流', retry: false, say: '您今天写的评价够多了，谢谢您。请明天再来。' },
  too_many_follows: { who: '限流', retry: false, say: '您关注的够多了。请先到「我关注的」里去掉几个。' },
  too_many_claims: { who: '限流', retry: false, say: '您有太多认领在等核实。请等结果出来再认领别的。' },
  too_many_reports: { who: '限流', retry: false, say: '您今天反映得够多了，谢谢您。请明天再来，急事请拨打服务电话。' },
  too_many_pending: { who: '限流', retry: false, say: '您有太多网点在等审核。请等结果出来再登记新的。' },
} as const satisfies Record<string, Entry>;

export type ErrorCode = keyof typeof catalogue;

export interface ApiError {
  readonly code: ErrorCode;
  readonly who: Blame;
  readonly retry: boolean;
  readonly say: string;
  /** Which field or question, where one is to blame. */
  readonly field?: string;
}
export type Reply<T> = { readonly ok: true; readonly data: T } | { readonly ok: false; readonly error: ApiError };

/** What a sentence names: it stands in place of `{…}`. */
export type Named = Readonly<Record<string, string>>;
export const errorOf = (code: ErrorCode, field?: string, named: Named = {}): ApiError => {
  const { who, retry, say } = catalogue[code];
  return { code, who, retry, say: Object.entries(named).reduce((text, [name, words]) => text.replace(`{${name}}`, words), say as string), ...(field === undefined ? {} : { field }) };
};
