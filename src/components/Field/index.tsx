import type { PropsWithChildren } from 'react';
import { Input, Textarea, View } from '@tarojs/components';
import { a11y, fieldA11y } from '../a11y';
import { classes } from '../classes';
import { Icon } from '../Icon';
import './index.scss';

interface FrameProps {
  readonly label: string;
  readonly hint?: string;
  /** What is wrong and how to mend it; stands under the field until it is mended. */
  readonly error?: string | null;
  readonly optional?: boolean;
}

/** Label, hint and error around any control: a text field, chips, a picked place. */
export function Field({ label, hint, error, optional, children }: PropsWithChildren<FrameProps>) {
  return (
    <View className={classes('lz-field', error && 'lz-field--wrong')}>
      <View className='lz-field__label'>{label}{optional && <View className='lz-field__optional'>选填</View>}</View>
      {hint && <View className='lz-mute'>{hint}</View>}
      {children}
      {error && <View className='lz-field__error' {...a11y({ role: 'alert' })}><Icon name='warn' size='small' /><View>{error}</View></View>}
    </View>
  );
}

interface TextProps extends FrameProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  readonly placeholder?: string;
  readonly longest?: number;
}

/** One line of text. `type` only picks the phone's keyboard. */
export function TextField({ value, onChange, onBlur, placeholder, longest = 140, type = 'text', ...frame }: TextProps & { type?: 'text' | 'number' | 'idcard' }) {
  return (
    <Field {...frame}>
      <Input
        className='lz-field__input' placeholderClass='lz-field__placeholder' type={type} value={value} maxlength={longest} placeholder={placeholder}
        onInput={(event) => onChange(event.detail.value)} onBlur={onBlur} {...fieldA11y(spoken(frame))}
      />
    </Field>
  );
}

/** Several lines; says how many characters are left. */
export function TextArea({ value, onChange, onBlur, placeholder, longest = 200, ...frame }: TextProps) {
  return (
    <Field {...frame}>
      <Textarea
        className='lz-field__input lz-field__input--area' placeholderClass='lz-field__placeholder' value={value} maxlength={longest} placeholder={placeholder}
        onInput={(event) => onChange(event.detail.value)} onBlur={onBlur} {...fieldA11y(spoken(frame))}
      />
      <View className='lz-mute lz-field__count'>{`${value.length} / ${longest}`}</View>
    </Field>
  );
}

/** The search box at the head of a list. */
export function SearchField({ label, value, onChange, onSubmit, placeholder }: { label: string; value: string; onChange: (value: string) => void; onSubmit: () => void; placeholder?: string }) {
  return (
    <View className='lz-search'>
      <Icon name='search' />
      <Input
        className='lz-search__input' placeholderClass='lz-field__placeholder' value={value} maxlength={40} placeholder={placeholder} confirmType='search'
        onInput={(event) => onChange(event.detail.value)} onConfirm={onSubmit} {...fieldA11y({ label })}
      />
      {value !== '' && <View className='lz-search__clear' onClick={() => onChange('')} {...a11y({ role: 'button', label: '清空搜索' })}><Icon name='close' size='small' /></View>}
    </View>
  );
}

const spoken = ({ label, error, optional }: FrameProps) => ({ label: `${label}${optional ? '，选填' : ''}${error ? `。${error}` : ''}`, invalid: Boolean(error) });
