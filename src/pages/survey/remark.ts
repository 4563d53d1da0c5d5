/** What is said of the free text before she types, and once more before it goes: who checks it, and who comes to read it. */
import type { Draft } from '../../services/answers/draft';

const common = '请不要写姓名、电话、住址。它和您选的答案分开存放；至少十条一批，打乱次序给区里看，可能公开引用，不知道是谁写的。';

export const remarkHint = (check: Draft['remarkCheck']): string => check === 'wechat'
  ? `${common}提交时，它会连同您的微信身份交给微信（腾讯）做内容检查；微信拿不准的，由区里的工作人员检查。`
  : `${common}公开以前，由区里的工作人员检查。`;

export const remarkGoesOut = '最后一题写的话，提交时会交给微信（腾讯）做内容检查。';
