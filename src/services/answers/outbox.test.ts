import { createHash } from 'node:crypto';
import { withdrawSecretText } from '../../../domain/leaf';
import type { Output } from '../../../types/contract';
import { errorOf, type ErrorCode, type Reply } from '../../../types/errors';
import rule from '../../../rules/questionnaire-a.json';
import type { Draft } from './draft';

const phone = new Map<string, string>();
jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: {
    getStorageSync: (name: string): unknown => (phone.has(name) ? JSON.parse(phone.get(name)!) : ''),
    setStorageSync: (name: string, value: unknown) => void phone.set(name, JSON.stringify(value)),
    removeStorageSync: (name: string) => void phone.delete(name),
  },
}));

// the stand-ins above and below must be there before the real modules are read
const load = <T extends object>(path: string) => jest.requireActual<T>(path);

type Sent = { submissionId: string; round: string; answers: Record<string, unknown>; seconds: number; remarkChecked?: string };
const sent: Sent[] = [];
let server: (input: Sent) => Promise<Reply<Output<'survey.submit'>>>;
const checks: unknown[] = [];
let check: () => Promise<Reply<Output<'survey.checkRemark'>>>;
jest.mock('../call', () => ({
  call: (action: string, input: Sent) => {
    if (action === 'survey.checkRemark') {
      checks.push(input);
      return check();
    }
    sent.push(input);
    return server(input);
  },
}));

const { answered } = load<typeof import('./answered')>('./answered');
const { draftOf, renewDraft, startDraft, withAnswer } = load<typeof import('./draft')>('./draft');
const draft = draftOf('satisfaction');
const { deliver, outbox, submit } = load<typeof import('./outbox')>('./outbox');
const { clearAnswers } = load<typeof import('./clear')>('./clear');

const secret = 'abcdefghjkmnpqrstvwx';
const takes = async () => ({ ok: true as const, data: { receipt: 'AAAA-BBBB-CCCC', checkCode: 'LZ1.a-round', sealedBy: '2030-01-02T00:00:00.000Z', round: { id: 'a-round', title: '本轮', releaseAt: '2030-01-03T00:00:00.000Z' } } });
const fails = (code: ErrorCode, field?: string) => async () => ({ ok: false as const, error: errorOf(code, field) });
const begunWith = (more: object = {}) => ({
  round: { id: 'a-round', title: '本轮', source: 'open', closesAt: '2030-01-01T00:00:00.000Z', acceptedUntil: '2030-01-02T00:00:00.000Z', demo: true },
  ticket: 'ticket', hash: 'f'.repeat(64), questionnaire: rule, hotline: '12345', ...more,
}) as unknown as Output<'survey.begin'>;
const filled = (more: object = {}): Draft => {
  const fresh = withAnswer(startDraft(begunWith(more), { code: '620602001001', name: '南苑社区' }, { secret, reversed: true, way: null }), 'A2', '70-79');
  draft.set(fresh);
  return fresh;
};

beforeEach(() => {
  clearAnswers();
  sent.length = 0;
  checks.length = 0;
});

describe('an answer on its way', () => {
  it('is taken: receipt kept, draft and outbox empty, seconds a multiple of five', async () => {
    server = takes;
    await submit(filled());
    expect(answered.get()).toEqual([expect.objectContaining({ receipt: 'AAAA-BBBB-CCCC', community: { code: '620602001001', name: '南苑社区' } })]);
    expect([draft.get(), outbox.get()]).toEqual([null, null]);
    expect(sent[0]!.seconds % 5).toBe(0);
  });

  it('carries the direction of the scale and the hash of the secret; the secret stays here, with the receipt', async () => {
    server = takes;
    await submit(filled());
    // as the server hashes the secret when it is shown
    expect(sent[0]).toMatchObject({ reversed: true, withdrawHash: createHash('sha256').update(withdrawSecretText(sent[0]!.round, secret)).digest('hex') });
    expect(JSON.stringify(sent)).not.toContain(secret);
    expect(answered.get()?.[0]).toMatchObject({ secret, checkCode: 'LZ1.a-round' });
  });

  it('goes once when the button is tapped twice', async () => {
    server = takes;
    const one = filled();
    await Promise.all([submit(one), submit(one)]);
    expect(sent).toHaveLength(1);
  });

  it.each<ErrorCode>(['offline', 'timeout', 'database_unavailable', 'internal', 'contract_retired', 'session_required', 'too_many_sessions'])('waits after %s and goes again under the same id', async (code) => {
    server = fails(code);
    await submit(filled());
    expect(outbox.get()?.error?.code).toBe(code);
    server = takes;
    await deliver();
    expect(new Set(sent.map(({ submissionId }) => submissionId)).size).toBe(1);
    expect(answered.get()).toHaveLength(1);
  });

  it('keeps its id while its content is the same, and gets a new one when it was changed', async () => {
    server = fails('answers_invalid', 'A2');
    await submit(filled());
    await submit(draft.get()!);
    await submit(withAnswer(draft.get()!, 'A2', '60-69'));
    const [first, same, changed] = sent.map(({ submissionId }) => submissionId);
    expect(same).toBe(first);
    expect(changed).not.toBe(first);
  });

  it('comes back to the draft, at the question to blame, when it will never be taken', async () => {
    server = fails('answers_invalid', 'A2');
    await submit({ ...filled(), at: null });
    expect(outbox.get()).toBeNull();
    expect(draft.get()).toMatchObject({ at: 'A2', refused: { code: 'answers_invalid', field: 'A2' } });
  });

  it('stays a draft when the round is over', async () => {
    server = fails('round_closed');
    await submit(filled());
    expect(draft.get()?.refused?.code).toBe('round_closed');
  });

  it('has no receipt where the person answered before', async () => {
    server = fails('already_answered');
    await submit(filled());
    expect(answered.get()).toEqual([expect.objectContaining({ receipt: null })]);
    expect(draft.get()).toBeNull();
  });

  it('leaves nothing on a phone that was cleared while it went', async () => {
    server = async () => {
      clearAnswers();
      return takes();
    };
    await submit(filled());
    expect([answered.get(), draft.get(), outbox.get()]).toEqual([null, null, null]);
  });
});

describe('what she wrote in her own words', () => {
  const text = '巷口想要一个修鞋摊';
  const written = (more: object = { remarkCheck: 'wechat' }) => {
    const one = withAnswer(filled(more), 'A18', text);
    draft.set(one);
    return one;
  };
  const passes = async () => ({ ok: true as const, data: { checked: 'a word' } });

  it('is checked before it is sent, and WeChat’s word goes with it', async () => {
    [check, server] = [passes, takes];
    await submit(written());
    expect(checks).toEqual([{ round: 'a-round', text }]);
    expect(sent).toMatchObject([{ answers: { A18: text }, remarkChecked: 'a word' }]);
  });

  it('comes back to be changed or left out when it is against the rules; nothing is sent and nothing lost', async () => {
    [check, server] = [fails('remark_risky'), takes];
    await submit({ ...written(), at: null });
    expect([sent, outbox.get()]).toEqual([[], null]);
    expect(draft.get()).toMatchObject({ at: 'A18', answers: { A2: '70-79', A18: text }, refused: { code: 'remark_risky', field: 'A18' } });
    await submit(withAnswer(draft.get()!, 'A18', undefined));
    expect(checks).toHaveLength(1);
    expect(sent).toHaveLength(1);
    expect(sent[0]!.answers).not.toHaveProperty('A18');
  });

  it.each<[string, typeof check]>([['fails', fails('internal')], ['is not sure', async () => ({ ok: true, data: { checked: null } })]])('goes without a word where the check %s', async (_, answer) => {
    [check, server] = [answer, takes];
    await submit(written());
    expect(sent).toHaveLength(1);
    expect(sent[0]).not.toHaveProperty('remarkChecked');
  });

  it('is checked once, however often the answer is sent', async () => {
    [check, server] = [passes, fails('timeout')];
    await submit(written());
    server = takes;
    await deliver();
    expect(checks).toHaveLength(1);
    expect(sent.map(({ remarkChecked }) => remarkChecked)).toEqual(['a word', 'a word']);
  });

  it.each([['a person checks', { remarkCheck: 'person' }], ['she was told nothing', {}]])('goes to no platform where %s', async (_, told) => {
    server = takes;
    await submit(written(told));
    expect(checks).toEqual([]);
    expect(sent).toHaveLength(1);
  });

  it('goes to no platform of which she was told only after she wrote it', async () => {
    server = takes;
    await submit(renewDraft(written({ remarkCheck: 'person' }), begunWith({ remarkCheck: 'wechat' })));
    expect(checks).toEqual([]);
    expect(renewDraft(filled({ remarkCheck: 'person' }), begunWith({ remarkCheck: 'wechat' })).remarkCheck).toBe('wechat');
  });

  it('leaves nothing on a phone that was cleared during the check', async () => {
    [check, server] = [async () => { clearAnswers(); return passes(); }, takes];
    await submit(written());
    expect([sent, draft.get(), outbox.get()]).toEqual([[], null, null]);
  });
});
