/**
 * What a screen reader is told. WeChat names the role `aria-role`; a browser `role`, and there what can be
 * pressed must also take the keyboard's focus (a11y.h5.ts; services/keyboard presses it).
 */
export interface Accessible {
  readonly role?: 'button' | 'link' | 'radio' | 'checkbox' | 'radiogroup' | 'group' | 'heading' | 'img' | 'progressbar' | 'status' | 'alert' | 'navigation' | 'main' | 'banner' | 'region' | 'list' | 'listitem' | 'dialog' | 'table' | 'row' | 'columnheader' | 'rowheader' | 'cell';
  /** Said instead of what is written inside. Must contain the words that are shown. */
  readonly label?: string;
  readonly checked?: boolean;
  readonly pressed?: boolean;
  readonly current?: boolean;
  /** Of a button that opens and closes what stands under it; in WeChat its word (展开 / 收起) has to say it. */
  readonly expanded?: boolean;
  readonly disabled?: boolean;
  readonly hidden?: boolean;
  readonly busy?: boolean;
  readonly level?: 1 | 2 | 3;
  /** 0–100, for a progressbar. */
  readonly value?: number;
  readonly describedBy?: string;
  /** What is pushed sideways takes the keyboard's focus, so that its arrows can push it; WeChat has no such keys. */
  readonly pushed?: boolean;
}

type Props = Record<string, string | number | boolean>;

export function a11y(a: Accessible): Props {
  const props: Props = {};
  if (a.role) props['aria-role'] = a.role;
  if (a.label !== undefined) props['aria-label'] = a.label;
  if (a.checked !== undefined) props['aria-checked'] = a.checked;
  if (a.pressed !== undefined || a.current !== undefined) props['aria-selected'] = a.pressed ?? a.current ?? false;
  if (a.disabled) props['aria-disabled'] = true;
  if (a.hidden) props['aria-hidden'] = true;
  if (a.role === 'status' || a.role === 'alert') props['aria-live'] = a.role === 'alert' ? 'assertive' : 'polite';
  return props;
}

/** The same for the field inside Taro's Input and Textarea. */
export function fieldA11y(a: { label: string; invalid?: boolean; describedBy?: string }): Record<string, unknown> {
  return { 'aria-label': a.label };
}
