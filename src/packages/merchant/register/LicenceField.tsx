import { SingleChoice } from '../../../components/Choice/Group';
import { Field, TextArea, TextField } from '../../../components/Field';
import { creditCodeTyped, type Form } from './form';

interface Props {
  readonly form: Pick<Form, 'licensed' | 'creditCode' | 'unlicensedReason'>;
  readonly error?: string;
  readonly onChange: (part: Partial<Pick<Form, 'licensed' | 'creditCode' | 'unlicensedReason'>>) => void;
}
const options = [{ code: 'yes', text: '有营业执照' }, { code: 'no', text: '没有，做小修小补', hint: '修鞋、配钥匙、缝补这类小摊也欢迎登记' }];

/** The code of the licence, or why there is none. */
export function LicenceField({ form: { licensed, creditCode, unlicensedReason }, error, onChange }: Props) {
  const typed = creditCodeTyped(creditCode).length;
  return (
    <Field label='营业执照' error={licensed === null ? error : null}>
      <SingleChoice label='营业执照' options={options} value={licensed === null ? null : licensed ? 'yes' : 'no'} onChange={(code) => onChange({ licensed: code === 'yes' })} />
      {licensed === true && (
        <TextField
          label='统一社会信用代码' hint={`执照上的 18 位代码，不公开。已填 ${typed} 位。`} error={error} value={creditCode} longest={40} placeholder='18 位数字和字母'
          onChange={(code) => onChange({ creditCode: code })} onBlur={() => creditCodeTyped(creditCode) !== creditCode && onChange({ creditCode: creditCodeTyped(creditCode) })}
        />
      )}
      {licensed === false && (
        <TextArea label='为什么没有执照' hint='一两句就行，只给街道看。' error={error} value={unlicensedReason} longest={100} placeholder='比如：修鞋摊，在小区门口摆了二十年' onChange={(reason) => onChange({ unlicensedReason: reason })} />
      )}
    </Field>
  );
}
