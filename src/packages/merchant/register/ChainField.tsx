import { Chip, Chips } from '../../../components/Chip';
import { Field, TextField } from '../../../components/Field';
import type { Form } from './form';

interface Props {
  readonly form: Pick<Form, 'chain' | 'brand'>;
  readonly onChange: (part: Partial<Pick<Form, 'chain' | 'brand'>>) => void;
}
const answers = [{ code: 'chain', text: '连锁' }, { code: 'independent', text: '独立' }, { code: 'unknown', text: '不清楚' }] as const;

/** Whether the shop belongs to a chain. Not clear is an answer too. */
export function ChainField({ form: { chain = 'unknown', brand = '' }, onChange }: Props) {
  return (
    <Field label='是不是连锁店' hint='同一个牌子有好几家店，就是连锁'>
      <Chips label='是不是连锁店' wrap>
        {answers.map(({ code, text }) => <Chip key={code} label={text} on={chain === code} onToggle={() => onChange({ chain: code })} />)}
      </Chips>
      {chain === 'chain' && <TextField label='哪个牌子' optional value={brand} longest={20} placeholder='比如 千层饼店' onChange={(text) => onChange({ brand: text })} />}
    </Field>
  );
}
