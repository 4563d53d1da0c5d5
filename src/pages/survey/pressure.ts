/** What is said about 「有人要求我怎么填」: who receives it, what is sent, and what happens when nobody is there to read it. */
import type { Output } from '../../../types/contract';

/** As the round was begun; absent in what older versions kept. */
export type Oversight = Output<'survey.begin'>['oversight'];

export const nameOf = (oversight: Oversight | undefined): string => oversight?.name ?? '上级监督单位';

/** Before she taps. Never says that somebody reads it where nobody does. */
export function receiverLine(oversight: Oversight | undefined, hotline: string): string {
  if (!oversight || (oversight.name === null && !oversight.read)) return `还没有指定上级监督单位，请拨打 ${oversight?.phone ?? hotline}。您点了也会记下，等上级单位来看；街道和区里看不到。`;
  const reading = oversight.read ? '' : `他们还没有人登记来看，点了会先记下；着急请拨打 ${oversight.phone}。`;
  return `收到的是${nameOf(oversight)}，不是街道和区里。${reading}`;
}

export const sentLines = (community: string): readonly string[] => [
  `只有今天的日期，和「${community}」`,
  '没有您是谁，没有您填了什么',
  '一个人一轮只记一次；手机上不留记录',
];

/** After she tapped. */
export function notedLine(oversight: Oversight | undefined, hotline: string): string {
  if (oversight?.read) return `记下了。${nameOf(oversight)}会看到今天这个社区有人反映，看不到是谁。`;
  return `记下了。${oversight?.name ? `${oversight.name}还没有人登记来看` : '还没有指定上级监督单位'}，请再拨打 ${oversight?.phone ?? hotline}。`;
}

/** Before the first question. */
export function introLine(oversight: Oversight | undefined): string {
  const way = '有人要求您怎么填？您可以不理会。每一题后面都有「有人要求我怎么填」，';
  return oversight?.read ? `${way}点一下就能告诉${nameOf(oversight)}，不说您是谁。` : `${way}也可以打电话。`;
}
