/** The words of a message by its kind, and where it leads. A kind that this phone doesn't know yet is said in general. */
import { changedFields, voiceMessages } from '../../../components/MessageWords/voice';

type Body = Readonly<Record<string, string>>;
interface Said { readonly title: string; readonly text: string; readonly to?: { readonly page: string; readonly query?: Record<string, string | undefined> } }

const outletPage = '/packages/outlet/detail/index';
const minePage = '/packages/merchant/mine/index';
const reportsPage = '/packages/mine/reports/index';
const reasoned = (text: string, { reason }: Body) => (reason === undefined ? text : `${text}${reason}`);

const digestText = ({ late, hours }: Body) => `${late !== undefined && late !== '0' ? `其中 ${late} 件超过期限。` : ''}${hours === undefined ? '' : `最近的一件还有 ${hours} 小时。`}`;

const said: Readonly<Record<string, (body: Body) => Said>> = {
  registration_approved: (b) => ({ title: `「${b.name}」上图了`, text: '街道审核通过，邻居在「附近」里找得到了。', to: { page: outletPage, query: { id: b.outlet } } }),
  registration_returned: (b) => ({ title: `「${b.name}」退回来了`, text: reasoned('改好再提交就行：', b), to: { page: minePage } }),
  registration_undone: (b) => ({ title: `「${b.name}」重新审核`, text: '街道撤回了上一次的审核结果，正在重新看。', to: { page: minePage } }),
  claim_granted: (b) => ({ title: `「${b.name}」是您的了`, text: '核实通过。信息有变就改，没变就点「今天还营业」。', to: { page: minePage } }),
  claim_refused: (b) => ({ title: `「${b.name}」的认领没有通过`, text: reasoned('', b), to: { page: minePage } }),
  claim_undone: (b) => ({ title: `「${b.name}」的认领重新核实`, text: '街道撤回了上一次的结果，正在重新看。', to: { page: minePage } }),
  dispute_opened: (b) => ({ title: `有人也认领「${b.name}」`, text: `请在 ${b.days} 天内点开补上您的材料，街道看过双方的再决定。`, to: { page: '/packages/merchant/claim/index', query: { outlet: b.outlet, name: b.name } } }),
  owner_changed: (b) => ({ title: `「${b.name}」换了店主`, text: '核实后归另一方了。如果不对，请马上打服务电话。', to: { page: minePage } }),
  outlet_doubted: (b) => ({ title: `有居民说「${b.name}」关了`, text: '还开着的话，点「今天还营业」就好。', to: { page: minePage } }),
  outlet_closed: (b) => ({ title: `「${b.name}」撤下了`, text: '街道核实已经关了。如果还开着，请打服务电话或重新登记。', to: { page: minePage } }),
  report_closed: (b) => ({ title: `「${b.name}」核实已关，撤下了`, text: '谢谢您告诉我们。', to: { page: reportsPage } }),
  report_fixed: (b) => ({ title: `「${b.name}」改好了`, text: '谢谢您告诉我们。', to: { page: reportsPage } }),
  report_refused: (b) => ({ title: `您反映的「${b.name}」`, text: reasoned('', b), to: { page: reportsPage } }),
  outlet_edited: (b) => ({ title: `街道改了「${b.name}」`, text: `改了${changedFields(b.fields)}。${b.reason ?? ''} 不对的话，您可以自己再改。`, to: { page: outletPage, query: { id: b.outlet } } }),
  outlet_edit_undone: (b) => ({ title: `「${b.name}」恢复了原样`, text: '街道撤回了上一次的修改。', to: { page: outletPage, query: { id: b.outlet } } }),
  outlet_back: (b) => ({ title: `「${b.name}」恢复了`, text: '街道撤回了上一次的处理，网点和以前一样。', to: { page: minePage } }),
  outlet_merged: (b) => ({ title: `「${b.name}」和重复的一家合并了`, text: '两条是同一家，现在合在一起，历史都留着。', to: { page: outletPage, query: { id: b.outlet } } }),
  outlet_merged_away: (b) => ({ title: `「${b.name}」和另一家合并了`, text: '街道核实是同一家，归另一方管。如果不对，请打服务电话。', to: { page: minePage } }),
  merge_undone: (b) => ({ title: `「${b.name}」又分开了`, text: '街道撤回了合并，网点和以前一样。', to: { page: minePage } }),
  witness_ending: (b) => ({ title: `「${b.name}」的社区见证快到期`, text: `到 ${b.until} 为止。社区会再上门，您也可以打服务电话约。`, to: { page: outletPage, query: { id: b.outlet } } }),
  witness_ended: (b) => ({ title: `「${b.name}」的社区见证到期了`, text: '页面上会标「待确认」，等社区再上门看过。', to: { page: outletPage, query: { id: b.outlet } } }),
  witness_revoked: (b) => ({ title: `「${b.name}」的社区见证收回了`, text: b.reason ?? '', to: { page: minePage } }),
  digest: (b) => ({ title: `今天有 ${b.waiting} 件等着您处理`, text: digestText(b), to: { page: '/packages/desk/review/index' } }),
  report_answered: (b) => ({ title: `「${b.name}」还开着`, text: `${b.by === 'owner' ? '店主' : '工作人员'}确认还在营业。`, to: { page: outletPage, query: { id: b.outlet } } }),
  ...voiceMessages,
};

export const messageWords = (kind: string, body: Body): Said => said[kind]?.(body) ?? { title: '有一条新消息', text: '请打开最新版本查看。' };
export const knownKinds = Object.keys(said);
